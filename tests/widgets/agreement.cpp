// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/agreement.hpp"

#include "lesson/run/sandbox.hpp"

#include "widgets/code/caller_code_pane.hpp"
#include "widgets/code/code_pane.hpp"
#include "widgets/code/code_view.hpp"
#include "widgets/code/console_pane.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/timeline/lane_plot.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/timeline/verdict_bar.hpp"
#include "widgets/transport/step_sentence.hpp"
#include "widgets/transport/transport_bar.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/main_window.hpp"
#include "widgets/window/side_column.hpp"
#include "widgets/window/top_bar.hpp"

#include <QCoreApplication>
#include <QPushButton>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <set>
#include <string>

namespace awaitscope::test {

namespace {

QString qt(const std::string& text) { return QString::fromStdString(text); }

std::string shownTime(VirtualTime time) { return toReadableText(time); }

/// What one run has shown when the playhead is at `at`.
class Shown
{
public:
    Shown(const VariantRun& run, VirtualTime at, VirtualDuration axis) : m_run(run), m_at(at), m_axis(axis) {}

    const Trace& trace() const { return *m_run.trace; }
    VirtualTime at() const { return m_at; }
    VirtualTime axisEnd() const { return VirtualTime{m_axis}; }
    bool hasCrashed() const { return trace().ended.how == RunEnd::crashed; }
    /// Of what has no end of its own.
    VirtualTime openEnd() const { return hasCrashed() ? std::min(trace().end, axisEnd()) : axisEnd(); }
    ScopeSpan::End openHow() const { return hasCrashed() && isAll() ? ScopeSpan::End::crashed : ScopeSpan::End::open; }
    /// The end of the run was passed; at the end of the axis everything shows, whatever comes later.
    bool isAll() const { return m_at >= trace().end || m_at >= axisEnd(); }
    bool has(VirtualTime time) const { return time <= m_at || isAll(); }
    bool has(const std::optional<VirtualTime>& time) const { return time && has(*time); }
    bool timeoutWon() const { return trace().winner == Winner::timeout && trace().firedAt; }

    /// Coroutines with a lane of their own: the subject, whoever has an await that can be aimed at, and who threw unseen.
    std::set<int> coroutines() const
    {
        std::set<int> ids{trace().subject};
        for (const TraceAwait& await : trace().awaits) {
            if (await.number > 0)
                ids.insert(await.coroutine);
        }
        const auto subject = std::ranges::find(trace().coroutines, trace().subject, &TraceCoroutine::id);
        for (const TraceCoroutine& coroutine : trace().coroutines) {
            const bool isSpawnedBeside = subject != trace().coroutines.end() && coroutine.file == subject->file && waitsForAnOperation(coroutine);
            if (isSpawnedBeside || (coroutine.how == CoroutineEnd::threw && coroutine.seen == Seen::nobody))
                ids.insert(coroutine.id);
        }
        return ids;
    }

    const VariantRun& run() const { return m_run; }

private:
    /// And not only for one that it has called, which is there as long as the await.
    bool waitsForAnOperation(const TraceCoroutine& coroutine) const
    {
        return std::ranges::any_of(trace().awaits, [&](const TraceAwait& await) {
            return await.coroutine == coroutine.id && std::ranges::none_of(trace().coroutines, [&](const TraceCoroutine& called) {
                       return called.parent == coroutine.id && called.begin == await.begin && called.end == await.end;
                   });
        });
    }

    const VariantRun& m_run;
    VirtualTime m_at;
    VirtualDuration m_axis;
};

ScopeSpan::End endOf(AwaitEnd how)
{
    static const std::map<AwaitEnd, ScopeSpan::End> ends{
        {AwaitEnd::resumed, ScopeSpan::End::done},    {AwaitEnd::cancelled, ScopeSpan::End::cancelled},
        {AwaitEnd::dropped, ScopeSpan::End::dropped}, {AwaitEnd::threw, ScopeSpan::End::threw},
        {AwaitEnd::refused, ScopeSpan::End::refused}, {AwaitEnd::pending, ScopeSpan::End::open}};
    return ends.at(how);
}

/// A span is filled up to the playhead and not a microsecond further.
void expectFilled(const ScopeSpan& span, VirtualTime begin, std::optional<VirtualTime> end, const Shown& shown)
{
    const VirtualTime last = std::max(begin, end.value_or(shown.openEnd()));
    EXPECT_EQ(span.begin, begin);
    EXPECT_EQ(span.end, last);
    EXPECT_EQ(span.begun, shown.has(begin));
    EXPECT_EQ(span.filledTo, shown.isAll() ? last : std::clamp(shown.at(), begin, last));
}

void expectAwaits(const ScopeModel& model, const Shown& shown)
{
    std::vector<const TraceAwait*> awaits;
    for (const TraceAwait& await : shown.trace().awaits) {
        if (shown.coroutines().contains(await.coroutine))
            awaits.push_back(&await);
    }
    for (const ScopeLane& lane : model.lanes) {
        if (lane.kind != ScopeLane::Kind::coroutine)
            continue;
        for (const VirtualTime tick : lane.ticks)
            EXPECT_TRUE(shown.has(tick)) << "a tick at " << shownTime(tick) << " has not been passed";
        for (const ScopeSpan& span : lane.spans) {
            const auto found = std::find_if(awaits.begin(), awaits.end(), [&](const TraceAwait* await) {
                return await->number == span.number && await->begin == span.begin && qt(await->what) == span.text;
            });
            ASSERT_NE(found, awaits.end()) << "no await of the trace is drawn as " << span.text.toStdString();
            const TraceAwait& await = **found;
            awaits.erase(found); // a loop comes by the same await several times, perhaps in one instant
            SCOPED_TRACE("await " + std::to_string(span.number) + ' ' + await.what);
            expectFilled(span, await.begin, await.end, shown);
            EXPECT_TRUE(span.waiting);
            EXPECT_EQ(span.how, shown.has(await.end) ? endOf(await.how) : shown.openHow());
        }
    }
    EXPECT_EQ(awaits.size(), 0U) << "awaits of the trace are not drawn";
}

void expectGhosts(const ScopeModel& model, const Shown& shown)
{
    const Trace& trace = shown.trace();
    std::multiset<VirtualTime> lost;
    for (const ScopeLane& lane : model.lanes) {
        for (const ScopeGhost& ghost : lane.ghosts) {
            EXPECT_TRUE(trace.firedAt && shown.has(*trace.firedAt)) << "a ghost shows before there was a timeout";
            EXPECT_TRUE(ghost.number == 0 || shown.isAll()) << "nothing says yet that it will not come";
        }
        for (const ScopeEffect& effect : lane.effects) {
            if (effect.lost)
                lost.insert(effect.at);
        }
    }
    std::set<VirtualTime> expected; // several at one moment are one mark
    for (const LostEffect& effect : trace.lost) {
        if (shown.isAll())
            expected.insert(effect.wouldBeAt);
    }
    EXPECT_EQ(lost.size(), expected.size());
    EXPECT_TRUE(std::equal(lost.begin(), lost.end(), expected.begin(), expected.end()));
}

void expectWorldLane(const ScopeLane& lane, const Shown& shown)
{
    SCOPED_TRACE("lane " + lane.id.toStdString());
    std::size_t next = 0;
    for (const TraceSpan& span : shown.trace().spans) {
        if (qt(span.lane) != lane.id)
            continue;
        ASSERT_LT(next, lane.spans.size());
        const ScopeSpan& drawn = lane.spans[next++];
        expectFilled(drawn, span.begin, span.end, shown);
        EXPECT_EQ(drawn.how, shown.has(span.end) ? ScopeSpan::End::done : shown.openHow());
    }
    if (lane.id == "timeout" && next == 0 && shown.has(shown.trace().firedAt)) { // aimed at a moment that is known by now
        ASSERT_EQ(lane.spans.size(), 1U);
        EXPECT_EQ(lane.spans.front().end, *shown.trace().firedAt);
    } else {
        EXPECT_EQ(next, lane.spans.size());
    }
    if (lane.kind == ScopeLane::Kind::world) {
        QStringList expected;
        QStringList notes;
        const TraceValue* before = nullptr;
        for (const TraceValue& value : shown.trace().values) {
            if (qt(value.lane) != lane.id || !shown.has(value.at))
                continue;
            // What was replaced at once it never held; what the client got it keeps.
            if (before && before->at == value.at && before->text != shown.trace().clientOutcome)
                expected.removeLast();
            expected += qt(value.text);
            before = &value;
        }
        for (const ScopeNote& note : lane.notes)
            notes += note.text;
        EXPECT_EQ(notes, expected);
    }
}

/// What a lane holds: everything that was put there up to now, each until the next, the last until now.
void expectContent(const ScopeLane& lane, const Shown& shown)
{
    SCOPED_TRACE("lane " + lane.id.toStdString());
    struct Content
    {
        VirtualTime begin;
        VirtualTime end;
        QString text;
    };
    std::vector<Content> expected;
    for (const TraceValue& value : shown.trace().values) {
        if (qt(value.lane) != lane.id || !shown.has(value.at))
            continue;
        if (!expected.empty())
            expected.back().end = value.at;
        expected.push_back({value.at, shown.isAll() ? shown.openEnd() : shown.at(), qt(value.text)});
    }
    // What was replaced at once has no place on an axis of time; what is held since this very moment has.
    for (std::size_t i = expected.size(); i-- > 0;) {
        if (i + 1 < expected.size() && expected[i].begin == expected[i].end)
            expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(i));
    }
    const std::vector<ScopeValue>& drawn = lane.values;
    ASSERT_EQ(drawn.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(drawn[i].begin, expected[i].begin);
        EXPECT_EQ(drawn[i].end, expected[i].end);
        EXPECT_EQ(drawn[i].text, expected[i].text);
    }
}

void expectEffects(const ScopeModel& model, const Shown& shown)
{
    std::multiset<std::pair<VirtualTime, QString>> drawn;
    std::multiset<std::pair<VirtualTime, QString>> expected;
    for (const ScopeLane& lane : model.lanes) {
        for (const ScopeEffect& effect : lane.effects) {
            if (effect.lost)
                continue;
            drawn.emplace(effect.at, effect.name);
            const bool coloured = effect.ink == ScopeInk::violated || effect.ink == ScopeInk::holds;
            EXPECT_TRUE(!coloured || shown.isAll()) << "its colour tells the verdict before its time";
        }
    }
    // On the lane of the state that it changes, else on that of the coroutine that did it.
    const Trace& trace = shown.trace();
    for (const TraceEffect& effect : trace.effects) {
        const bool isOfState = std::ranges::any_of(model.lanes, [&](const ScopeLane& lane) {
            return lane.kind == ScopeLane::Kind::state && qt(effect.what).startsWith(lane.id + '.');
        });
        const bool isOfShown = effect.coroutine
                               && (effect.coroutine == trace.subject
                                   || std::ranges::any_of(trace.awaits, [&](const TraceAwait& await) {
                                          return await.coroutine == *effect.coroutine && await.number > 0;
                                      }));
        if (shown.has(effect.at) && (isOfState || isOfShown))
            expected.emplace(effect.at, qt(effect.what));
    }
    EXPECT_EQ(drawn, expected);
}

void expectVerdict(const VerdictText& bar, const Shown& shown)
{
    const Trace& trace = shown.trace();
    if (!shown.isAll()) {
        EXPECT_FALSE(bar.verdict) << bar.main.toStdString();
        EXPECT_EQ(bar.main, "…");
        EXPECT_EQ(bar.client, "");
        EXPECT_EQ(bar.why, "");
        return;
    }
    Verdict worst = Verdict::notApplicable;
    for (const TraceCheck& check : trace.checks)
        worst = std::max(worst, check.verdict);
    EXPECT_EQ(bar.verdict, worst);
    EXPECT_NE(bar.main, "…");
    EXPECT_EQ(bar.isFault, shown.hasCrashed());
    EXPECT_EQ(bar.main.startsWith("ended by a fault"), shown.hasCrashed()) << bar.main.toStdString();
    if (trace.lesson != sandboxSlug) {
        EXPECT_EQ(bar.client.isEmpty(), trace.clientOutcome.empty());
    }
    EXPECT_TRUE(bar.client.contains(qt(trace.clientOutcome))) << bar.client.toStdString();
    // Of effects where the check is about them, else what the check says.
    const auto check = std::ranges::find(trace.checks, worst, &TraceCheck::verdict);
    const auto isTold = [&](const std::string& effect) { return check != trace.checks.end() && check->why.find(effect) != std::string::npos; };
    if (trace.lesson == sandboxSlug) { // a page's expectation, and what it did beside it
        if (check != trace.checks.end() && trace.ended.how == RunEnd::finished) {
            EXPECT_TRUE(bar.main.contains(qt(check->text))) << bar.main.toStdString();
        }
    } else if (worst == Verdict::violated && !trace.lost.empty() && isTold(trace.lost.front().what)) {
        EXPECT_TRUE(bar.main.contains(qt(trace.lost.front().what))) << bar.main.toStdString();
    } else if (worst == Verdict::holds && !trace.effects.empty() && isTold(trace.effects.back().what)) {
        EXPECT_TRUE(bar.main.contains(qt(shownTime(trace.effects.back().at)))) << bar.main.toStdString();
    } else if (check != trace.checks.end() && !check->why.empty() && trace.ended.how == RunEnd::finished) {
        EXPECT_EQ(bar.main.toStdString(), check->why);
    }
}

void expectScope(ScopeView& view, const Shown& shown)
{
    const ScopeModel& model = view.plot().model();
    expectAwaits(model, shown);
    expectGhosts(model, shown);
    expectEffects(model, shown);
    for (const ScopeLane& lane : model.lanes) {
        if (lane.kind == ScopeLane::Kind::coroutine)
            continue;
        expectWorldLane(lane, shown);
        if (lane.kind == ScopeLane::Kind::state)
            expectContent(lane, shown);
    }
    expectVerdict(view.verdictBar().text(), shown);
    expectVerdict(model.verdict, shown);
    EXPECT_EQ(model.timeout.has_value(), shown.trace().timeout.has_value());
    if (model.timeout) {
        EXPECT_EQ(model.timeout->time_since_epoch(), *shown.trace().timeout);
    }
}

/// Of what a question covers nothing shows: not what happens after the limit, and not where it would end.
void expectCovered(const ScopeModel& model, VirtualTime limit)
{
    EXPECT_EQ(model.coveredFrom, limit);
    EXPECT_FALSE(model.verdict.verdict);
    EXPECT_EQ(model.verdict.client, "");
    for (const ScopeLane& lane : model.lanes) {
        SCOPED_TRACE("lane " + lane.id.toStdString());
        EXPECT_TRUE(lane.ghosts.empty());
        for (const ScopeSpan& span : lane.spans) {
            EXPECT_LE(span.end, limit);
            EXPECT_FALSE(span.isCut());
        }
        for (const ScopeEffect& effect : lane.effects)
            EXPECT_TRUE(!effect.lost && effect.at <= limit) << effect.name.toStdString();
        for (const ScopeValue& value : lane.values)
            EXPECT_LE(value.end, limit);
        for (const ScopeNote& note : lane.notes)
            EXPECT_LE(note.at, limit);
    }
}

void expectCaller(CallerView& view, const Shown& shown)
{
    SCOPED_TRACE("caller");
    bool told = false;
    for (const ScopeLane& lane : view.plot().model().lanes) {
        expectWorldLane(lane, shown);
        told = told || !lane.notes.empty();
    }
    EXPECT_EQ(told, shown.has(shown.trace().raceOverAt)) << "the outcome for the caller";
}

/// What a line of a source is marked as, and how its words begin.
struct Line
{
    CodeMark mark = CodeMark::none;
    QString words;
};

Line lineOf(const TraceAwait& await, const Shown& shown, bool lessonCode)
{
    const Trace& trace = shown.trace();
    const VirtualTime at = shown.at();
    const bool overtaken = trace.model == CancelModel::eager && shown.timeoutWon() && lessonCode && *trace.firedAt <= at
                           && await.begin <= *trace.firedAt && (!await.end || *await.end > *trace.firedAt);
    if (overtaken)
        return {CodeMark::stopped, "not stopped: goes on unseen"};
    if (!await.end || *await.end > at)
        return {CodeMark::suspended, "waits"};
    switch (await.how) {
    case AwaitEnd::cancelled:
    case AwaitEnd::threw:
    case AwaitEnd::refused:
        return {CodeMark::stopped, "threw"};
    case AwaitEnd::dropped:
        return {CodeMark::stopped, "dropped here"};
    case AwaitEnd::resumed:
    case AwaitEnd::pending:
        break;
    }
    return *await.end == at ? Line{CodeMark::executing, "goes on here"} : Line{};
}

std::map<int, Line> linesOf(const std::string& file, const Shown& shown)
{
    std::map<int, Line> lines;
    const Trace& trace = shown.trace();
    for (const TraceEffect& effect : trace.effects) {
        if (effect.file == file && effect.at <= shown.at()) {
            lines[effect.line] = {effect.at == shown.at() ? CodeMark::executing : CodeMark::ran,
                                  QStringLiteral("ran at ") + qt(shownTime(effect.at))};
        }
    }
    for (const LostEffect& lost : trace.lost) {
        if (lost.file == file && shown.isAll() && !lines.contains(lost.line))
            lines[lost.line] = {CodeMark::neverRan, "never ran"};
    }
    std::string subjectFile;
    for (const TraceCoroutine& coroutine : trace.coroutines) {
        if (coroutine.id == trace.subject)
            subjectFile = coroutine.file;
    }
    for (const TraceAwait& await : trace.awaits) {
        if (await.file == file && await.begin <= shown.at())
            lines[await.line] = lineOf(await, shown, file == subjectFile);
    }
    if (shown.hasCrashed() && trace.ended.file == file && trace.ended.line > 0 && trace.ended.at <= shown.at())
        lines[trace.ended.line] = {CodeMark::crashed, "the run ends here"};
    std::erase_if(lines, [](const auto& line) { return line.second.mark == CodeMark::none; });
    return lines;
}

void expectCode(const CodeView& view, const std::string& file, const Shown& shown)
{
    SCOPED_TRACE(file);
    const std::map<int, Line> expected = linesOf(file, shown);
    for (const auto& [number, line] : view.picture().lines) {
        if (line.mark == CodeMark::asked)
            continue; // what it did is what is asked
        SCOPED_TRACE("line " + std::to_string(number));
        for (const CodeBadge& badge : line.badges) {
            const auto& awaits = shown.trace().awaits;
            const bool reached = std::any_of(awaits.begin(), awaits.end(), [&](const TraceAwait& await) {
                return await.number == badge.number && await.file == file && await.begin <= shown.at();
            });
            EXPECT_EQ(badge.reached, badge.number > 0 && reached) << "badge " << badge.number;
        }
        if (!shown.isAll()) {
            EXPECT_EQ(line.tone, Verdict::notApplicable) << "its colour tells the verdict before its time";
        }
        const auto found = expected.find(number);
        EXPECT_EQ(line.mark, found == expected.end() ? CodeMark::none : found->second.mark);
        if (found != expected.end()) {
            EXPECT_TRUE(line.words.value(0).startsWith(found->second.words)) << line.words.value(0).toStdString();
        }
    }
    for (const auto& [number, line] : expected)
        EXPECT_TRUE(view.picture().lines.contains(number)) << "line " << number << ": " << line.words.toStdString();
}

void expectConsole(const ConsoleView& view, const std::vector<Shown>& shown)
{
    SCOPED_TRACE("console");
    ASSERT_EQ(view.columns().size(), shown.size());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        QStringList expected;
        QStringList lines;
        for (const TraceLogLine& line : shown[i].trace().log) {
            if (line.at <= shown[i].at())
                expected += qt(shownTime(line.at) + ' ' + line.text);
        }
        for (const ConsoleLine& line : view.columns()[i].lines)
            lines += line.time + QStringLiteral(" ms ") + line.text;
        EXPECT_EQ(lines, expected);
    }
}

/// The last moment, up to now, at which something happened in any run; at the end, at which the program did something.
std::optional<VirtualTime> lastMoment(const std::vector<Shown>& shown, bool isAtEnd)
{
    const auto isOfProgram = [](const TraceEvent& event) {
        using Kind = TraceEvent::Kind;
        return event.kind != Kind::value && event.kind != Kind::spanBegan && event.kind != Kind::spanEnded;
    };
    std::optional<VirtualTime> last;
    const auto consider = [&](VirtualTime time) {
        if (time <= shown.front().at() && (!last || time > *last))
            last = time;
    };
    for (const Shown& one : shown) {
        for (const TraceEvent& event : one.trace().events) {
            if (!isAtEnd || isOfProgram(event))
                consider(event.at);
        }
        // That something will never happen is told when nothing else can.
        for (const TraceAwait& await : one.trace().awaits) {
            if (!await.end)
                consider(one.trace().end);
        }
        if (one.hasCrashed())
            consider(one.trace().ended.at);
    }
    return last;
}

void expectSentence(const StepSentence& step, const std::vector<Shown>& shown, bool isAtEnd)
{
    SCOPED_TRACE("step: " + step.sentence().toStdString());
    const std::optional<VirtualTime> moment = lastMoment(shown, isAtEnd);
    EXPECT_EQ(step.time(), moment ? qt(shownTime(*moment)) : QString());
    EXPECT_EQ(step.sentence().isEmpty(), !moment);
    if (!moment)
        return;
    EXPECT_TRUE(step.sentence().endsWith('.'));
    for (const Shown& one : shown)
        EXPECT_TRUE(!one.hasCrashed() || one.trace().ended.at != *moment || step.sentence().contains("fault")) << "it ends here";
    std::set<std::string> now;
    for (const Shown& one : shown) {
        for (const TraceEffect& effect : one.trace().effects) {
            if (effect.at == *moment)
                now.insert(effect.what);
        }
    }
    for (const std::string& effect : now)
        EXPECT_TRUE(step.sentence().contains(qt(effect))) << effect;
    if (now.empty()) {
        EXPECT_FALSE(step.sentence().contains("cache.set")) << "nothing was stored at that moment";
    }
    const bool fires =
        std::any_of(shown.begin(), shown.end(), [&](const Shown& one) { return one.trace().firedAt == *moment; });
    // "stops": with cancel_on=operation it cancels what the coroutine waits for.
    const bool isTold = std::ranges::any_of(std::array{"The timeout wins", "The timeout fires", "The timeout stops"},
                                            [&](const char* words) { return step.sentence().contains(words); });
    EXPECT_EQ(isTold, fires);
}

void expectLines(CentreColumn& centre, Session& session, VirtualTime at)
{
    const TimeAxis& axis = centre.axis();
    const TimeWindow& window = session.timeWindow();
    EXPECT_EQ(window.whole(), session.run().axis);
    EXPECT_LE(window.end(), VirtualTime{session.run().axis});
    EXPECT_EQ(axis.length, window.span());
    const auto pixelOf = [&](VirtualDuration time) {
        return axis.left
               + (axis.right - axis.left) * static_cast<double>((time - window.from().time_since_epoch()).count())
                     / static_cast<double>(window.span().count());
    };
    const auto isSeen = [&](VirtualTime time) { return time >= window.from() && time <= window.end(); };
    // At the end there is nothing left to hide, and no line to say where the hiding starts.
    EXPECT_EQ(centre.lines().playheadX().has_value(), isSeen(at) && at < VirtualTime{session.run().axis});
    if (centre.lines().playheadX()) {
        EXPECT_DOUBLE_EQ(*centre.lines().playheadX(), pixelOf(at.time_since_epoch()));
    }
    const std::optional<VirtualDuration> timeout = session.run().timeout;
    EXPECT_EQ(centre.lines().flagX().has_value(), timeout && isSeen(VirtualTime{*timeout}));
    if (centre.lines().flagX() && timeout) {
        EXPECT_DOUBLE_EQ(*centre.lines().flagX(), pixelOf(*timeout));
    }
    if (timeout) {
        EXPECT_TRUE(centre.pill().text().contains(qt(toReadableText(*timeout)))) << centre.pill().text().toStdString();
    } else {
        EXPECT_EQ(centre.pill().text(), "no timeout");
    }
    for (ScopeView* const view : centre.scopes()) {
        const double left = view->plot().mapTo(&centre, QPoint(0, 0)).x();
        EXPECT_DOUBLE_EQ(left + view->plot().scopeLayout().axis.toX(at), pixelOf(at.time_since_epoch()))
            << "the scope's own axis lies elsewhere";
    }
}

void expectTransport(const TransportBar& bar, Session& session)
{
    VirtualTime at = session.playback().position();
    if (session.playback().isPlaying())
        at = std::chrono::floor<std::chrono::milliseconds>(at);
    const QString expected =
        qt(shownTime(at)).chopped(3) + QStringLiteral(" / ") + qt(toReadableText(session.run().axis));
    EXPECT_EQ(bar.timeText().trimmed(), expected);
}

} // namespace

void expectAgreement(MainWindow& window, Session& session)
{
    // Panes of variants that are no longer shown go before anything else.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    SCOPED_TRACE(session.scenarioString().toStdString());
    const VirtualTime at = session.playback().position();
    const std::vector<VariantRun>& runs = session.run().variants;
    CentreColumn& centre = window.centre();
    const std::optional<VirtualTime> limit = session.cover().limit;
    EXPECT_EQ(limit.has_value(), session.cover().run);
    if (limit) {
        EXPECT_LE(at, *limit);
    }
    std::vector<Shown> shown;
    for (const VariantRun& run : runs)
        shown.emplace_back(run, at, session.run().axis);

    ASSERT_EQ(centre.scopes().size(), runs.size());
    const QList<CodePane*> panes = window.side().findChildren<CodePane*>();
    ASSERT_EQ(static_cast<std::size_t>(panes.size()), runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i) {
        SCOPED_TRACE(runs[i].variant);
        ASSERT_EQ(centre.scopes()[i]->variant(), qt(runs[i].variant));
        if (limit)
            expectCovered(centre.scopes()[i]->plot().model(), *limit);
        else
            expectScope(*centre.scopes()[i], shown[i]);
        for (CodePane* const pane : panes) {
            // Another language's pane says what its own runtime does, not what the scopes do.
            if (pane->variant() == qt(runs[i].variant) && !pane->showsRetelling())
                expectCode(pane->view(), session.lesson().findVariant(runs[i].variant)->file, shown[i]);
        }
    }
    if (limit)
        expectCovered(centre.callerView().plot().model(), *limit);
    else
        expectCaller(centre.callerView(), shown.front());
    expectCode(window.side().findChild<CallerCodePane*>()->view(), "scenario.cpp", shown.front());
    expectConsole(window.side().findChild<ConsolePane*>()->view(), shown);
    expectSentence(*centre.findChild<StepSentence*>(), shown, session.playback().isAtEnd());
    expectLines(centre, session, at);
    expectTransport(*centre.findChild<TransportBar*>(), session);
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop, CancelModel::eager})
        EXPECT_EQ(window.topBar().button(model).isChecked(), model == session.scenario().model);
}

} // namespace awaitscope::test
