// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/words/sentences.hpp"

#include "present/time/times.hpp"
#include "present/words/moment.hpp"
#include "present/words/run_end_words.hpp"
#include "present/text/tr.hpp"


#include <algorithm>
#include <map>
#include <set>

namespace awaitscope {

namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

QString sentence(QString words) { return words.isEmpty() ? words : words + '.'; }

QString listed(const QStringList& names)
{
    constexpr qsizetype most = 4;
    if (names.size() < 2)
        return names.join(QString());
    if (names.size() > most)
        return SentencesTr::tr("%1 and %2 more").arg(names.first()).arg(names.size() - 1);
    return names.mid(0, names.size() - 1).join(QStringLiteral(", ")) + SentencesTr::tr(" and ") + names.last();
}

/// Where a sentence stands: first what caused what, then what was done, then what goes on.
enum class Phase { cause, deed, next };

struct Told
{
    Phase phase = Phase::cause;
    int rank = 0; ///< how easily it can be missed, from 0
    QString words;
};

/// Tells one moment of one run: what came of the cancel, what caused what, and what goes on. What has been told of a coroutine
/// is not told again by a later, less important sentence.
class Teller
{
public:
    /// Of the coroutines in `acting` it is told apart what they did and what they do next, since an effect stands between.
    Teller(const Moment& moment, const std::set<QString>& acting) : m_moment(moment), m_trace(moment.trace()), m_acting(acting) {}

    std::vector<Told> tell()
    {
        const bool isCause = m_moment.timeoutFired(); // else the race is over because of what is told before
        add(Phase::cause, 0, isCause ? aboutTheRace() : QString());
        const QString loser = aboutTheLoser();
        const int placeOfLoser = placeOf(true);
        const int placeOfOthers = placeOf(false);
        const bool isConsequence = !isCause && placeOfOthers >= 0 && placeOfOthers < placeOfLoser; // it lost to what they did
        if (!isConsequence)
            add(Phase::cause, 0, loser);
        auto [before, after] = aboutTheFlow();
        if (isConsequence)
            after.push_back({placeOfLoser, 0, loser});
        std::ranges::stable_sort(after, {}, &Flow::place);
        for (const Flow& flow : before)
            add(Phase::cause, flow.rank, flow.words);
        for (const QString& words : aboutEffects())
            add(Phase::deed, 0, words);
        for (const Flow& flow : after)
            add(Phase::next, flow.rank, flow.words);
        add(Phase::next, 0, isCause ? QString() : aboutTheRace());
        for (const QString& words : m_unseen)
            add(Phase::next, 1, words);
        if (m_moment.at() == m_trace.ended.at)
            add(Phase::next, 0, endSentenceOf(m_trace));
        add(Phase::next, 0, aboutTheEnd());
        for (const auto& others : {&Teller::aboutTheWorld, &Teller::aboutTheCaller}) {
            for (const QString& words : m_told.empty() ? (this->*others)() : QStringList())
                add(Phase::cause, 1, words);
        }
        if (m_told.empty() && m_moment.raceOver())
            add(Phase::cause, 0, SentencesTr::tr("The race is over."));
        // Three lines have room for as many; what matters least goes first.
        constexpr std::size_t most = 4;
        for (int rank = 3; rank > 0; --rank) {
            for (auto i = m_told.size(); i-- > 0 && m_told.size() > most;) {
                if (m_told[i].rank == rank)
                    m_told.erase(m_told.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
        m_told.resize(std::min(m_told.size(), most));
        return std::move(m_told);
    }

private:
    QString aboutTheRace() const
    {
        if (m_moment.timeoutFired() && m_trace.cancelOn == CancelOn::operation)
            return aboutTheStop();
        if (m_moment.timeoutFired()) {
            if (m_trace.winner == Winner::timeout)
                return SentencesTr::tr("The timeout wins.");
            if (m_trace.winner == Winner::work)
                return SentencesTr::tr("The timeout fires too late: %1 has won.").arg(theWork());
            for (const TraceStart& start : m_trace.starts) {
                if (start.fired && start.number > 0)
                    return start.begun ? SentencesTr::tr("The timeout fires before the first step of %1.").arg(text(start.what))
                                       : SentencesTr::tr("The timeout fires before the first step of %1: its body never runs.")
                                             .arg(text(start.what));
            }
            return SentencesTr::tr("The timeout fires.");
        }
        if (!m_moment.raceOver() || !m_trace.timeout)
            return {};
        if (m_trace.winner == Winner::work)
            return sentence(SentencesTr::tr("%1 wins").arg(m_moment.subject() ? theWork() : SentencesTr::tr("The work")));
        if (m_trace.firedAt && *m_trace.firedAt < m_moment.at()) {
            return SentencesTr::tr("The race is over, %1 after the timeout: it had to wait for the loser.")
                .arg(readableTime(m_moment.at() - *m_trace.firedAt));
        }
        return {};
    }

    /// A timeout that cancels the operation and not its coroutine.
    QString aboutTheStop() const
    {
        for (const TraceAwait& await : m_trace.awaits) {
            if (await.firedCompleted && await.completed == m_moment.at())
                return SentencesTr::tr("The timeout finds no operation to stop, as %1 has completed: the stop is lost for good.")
                    .arg(nameOf(await));
        }
        for (const TraceAwait& await : m_trace.awaits) {
            const bool isStopped = await.end == m_moment.at() && await.number > 0 && await.error && await.error->what == "operation_aborted"
                                   && await.how != AwaitEnd::refused;
            if (isStopped)
                return SentencesTr::tr("The timeout stops the operation that is pending, %1, and not its coroutine.").arg(nameOf(await));
        }
        return SentencesTr::tr("The timeout fires and stops no operation.");
    }

    /// What races the timeout, by its name.
    QString theWork() const
    {
        const TraceCoroutine* const subject = m_moment.subject();
        return subject ? text(subject->name) : SentencesTr::tr("the work");
    }

    /// What became of the work that was cancelled.
    QString aboutTheLoser()
    {
        if (const TraceAwait* await = m_moment.firstEndedAs(AwaitEnd::dropped))
            return aboutDrop(*await);
        if (const TraceAwait* await = m_moment.firstEndedAs(AwaitEnd::cancelled))
            return aboutThrow(*await, QString());
        if (const TraceAwait* await = m_moment.firstEndedAs(AwaitEnd::refused))
            return aboutThrow(*await, SentencesTr::tr(", before it starts"));
        const TraceCoroutine* subject = m_moment.subject();
        if (!m_moment.timeoutFired() || m_trace.winner != Winner::timeout || !subject)
            return {};
        if (m_moment.endedBeforeTimeout(*subject))
            return SentencesTr::tr("%1 was done already.").arg(text(subject->name));
        if (m_trace.model == CancelModel::eager)
            return aboutOvertaken(*subject);
        if (m_moment.hasEnded(*subject)) {
            m_spoken.insert(subject->id);
            return SentencesTr::tr("%1: %2 goes on and %3.")
                .arg(doneBefore(*subject), text(subject->name), endWords(*subject));
        }
        if (const TraceAwait* pending = m_moment.pendingLeaf()) {
            return SentencesTr::tr("%1 does not stop yet: it still waits at %2.")
                .arg(text(m_moment.coroutineOf(*pending).name), nameOf(*pending));
        }
        return {};
    }

    /// The loser of a JavaScript race; what it was about to do at this very moment it does.
    QString aboutOvertaken(const TraceCoroutine& subject)
    {
        const QString nobody = SentencesTr::tr("Nobody stops %1: ").arg(text(subject.name));
        const QStringList finished = done(subject);
        const TraceAwait* const next = m_moment.nextAwait(subject);
        if (finished.isEmpty() || (!next && !m_moment.hasEnded(subject)))
            return nobody + SentencesTr::tr("it goes on unseen.");
        m_spoken.insert(subject.id);
        return nobody
               + SentencesTr::tr("%1 %2 done, it goes on unseen and %3.")
                     .arg(listed(finished), finished.size() > 1 ? SentencesTr::tr("are") : SentencesTr::tr("is"),
                          next ? SentencesTr::tr("waits at %1").arg(nameOf(*next)) : endWords(subject));
    }

    QString aboutDrop(const TraceAwait& await)
    {
        const TraceCoroutine& dropped = m_moment.coroutineOf(await);
        m_spoken.insert(dropped.id);
        QString before;
        if (await.firedCompleted)
            before = SentencesTr::tr("%1 had completed, but its result never arrives. ").arg(nameOf(await));
        const QStringList others = othersThatEnded(dropped, CoroutineEnd::dropped);
        const QString end = others.isEmpty()
                                ? SentencesTr::tr(": it stops here for ever.")
                                : SentencesTr::tr(", and %1 with it: they stop here for ever.").arg(listed(others));
        return before + SentencesTr::tr("%1 is dropped at %2").arg(text(dropped.name), nameOf(await)) + end;
    }

    QString aboutThrow(const TraceAwait& await, const QString& how)
    {
        const TraceCoroutine& thrower = m_moment.coroutineOf(await);
        m_spoken.insert(thrower.id);
        QString words;
        // A completion that was queued before the cancel still counts: the throw comes at the next await.
        if (await.how == AwaitEnd::refused && !done(thrower).isEmpty())
            words = doneBefore(thrower) + QStringLiteral(": ");
        words += SentencesTr::tr("%1 throws operation_aborted at %2%3").arg(text(thrower.name), nameOf(await), how);
        if (const QStringList others = othersThatEnded(thrower, CoroutineEnd::cancelled); !others.isEmpty())
            words += SentencesTr::tr(", and so does %1").arg(listed(others));
        else if (thrower.how != CoroutineEnd::cancelled || !m_moment.hasEnded(thrower))
            words += (await.caughtLine ? SentencesTr::tr(" and catches it in line %1").arg(*await.caughtLine)
                                       : SentencesTr::tr(" and catches it"))
                     + afterwards(thrower);
        return sentence(words);
    }

    QStringList aboutEffects() const
    {
        QStringList told;
        for (const TraceEffect* effect : m_moment.effects()) {
            told +=
                QStringLiteral("%1 %2%3.").arg(text(effect->what), deedOf(*effect), latenessOf(m_trace, effect->at));
        }
        return told;
    }

    /// Exceptions that are lost: in detached, in the loser of ||, in a handler. Whether a handler looked at one cannot be known.
    QStringList aboutTheUnseen()
    {
        QStringList told;
        for (const std::vector<const TraceCoroutine*>& acting : {m_moment.coroutines(), m_moment.callers()}) {
            for (const TraceCoroutine* coroutine : acting) {
                const bool isLost = coroutine->how == CoroutineEnd::threw && coroutine->end == m_moment.at() && coroutine->error
                                    && coroutine->seen == Seen::nobody;
                if (!isLost || !m_spoken.insert(coroutine->id).second)
                    continue;
                told += SentencesTr::tr("%1 ends with %2: no coroutine sees it.").arg(text(coroutine->name), errorWords(*coroutine->error));
            }
        }
        return told;
    }

    struct Flow
    {
        int place = 0; ///< in the order of the moment
        int rank = 0;
        QString words;
    };

    /// Where the first of those began at this moment of which something has been told, or nothing; -1: there is none.
    int placeOf(bool isTold) const
    {
        const std::vector<const TraceCoroutine*> inOrder = m_moment.coroutines();
        const auto first = std::ranges::find_if(inOrder, [&](const TraceCoroutine* coroutine) { return m_spoken.contains(coroutine->id) == isTold; });
        return first == inOrder.end() ? -1 : m_moment.firstPlaceOf(**first);
    }

    /// Coroutines that simply run on: from one await to the next, to their end, or into an exception. First what they did, then what
    /// they do next, where an effect stands between. Those with numbered awaits come first.
    std::pair<std::vector<Flow>, std::vector<Flow>> aboutTheFlow()
    {
        m_unseen = aboutTheUnseen();
        std::vector<Flow> before;
        std::vector<Flow> after;
        const int lastEffect = m_moment.placeOfLastEffect();
        for (const bool isNumbered : {true, false}) {
            for (const TraceCoroutine* coroutine : m_moment.coroutines()) {
                if (m_spoken.contains(coroutine->id) || m_moment.hasNumberedAwait(*coroutine) != isNumbered)
                    continue;
                const int rank = isNumbered ? 1 : 2;
                const auto [start, goal] = flowOf(*coroutine);
                const bool isApart = m_acting.contains(text(coroutine->name)) && !start.isEmpty() && !goal.isEmpty();
                const int place = m_moment.firstPlaceOf(*coroutine);
                if (isApart) {
                    before.push_back({place, rank, sentence(start)});
                    after.push_back({m_moment.lastPlaceOf(*coroutine), rank + 1, sentence(text(coroutine->name) + ' ' + goal)});
                } else {
                    const bool isAfter = lastEffect >= 0 && place > lastEffect;
                    (isAfter ? after : before).push_back({place, rank, sentence(whole(*coroutine, start, goal))});
                }
            }
        }
        return {before, after};
    }

    static QString whole(const TraceCoroutine& coroutine, const QString& start, const QString& goal)
    {
        if (goal.isEmpty())
            return start;
        return start.isEmpty() ? text(coroutine.name) + ' ' + goal : start + SentencesTr::tr(" and ") + goal;
    }

    /// "1 http.make_request is done: get_response goes on" and "waits at 2 channel.send"; either may be empty.
    std::pair<QString, QString> flowOf(const TraceCoroutine& coroutine) const
    {
        const QString name = text(coroutine.name);
        if (const TraceAwait* thrown = m_moment.endedAs(coroutine, AwaitEnd::threw)) {
            const bool escaped = m_moment.hasEnded(coroutine) && coroutine.how == CoroutineEnd::threw;
            return {SentencesTr::tr("%1 throws at %2").arg(name, nameOf(*thrown))
                        + (escaped ? SentencesTr::tr(", and it ends %1").arg(name)
                           : thrown->caughtLine
                               ? SentencesTr::tr(": %1 catches it in line %2").arg(name).arg(*thrown->caughtLine) + afterwards(coroutine)
                               : SentencesTr::tr(": %1 catches it").arg(name) + afterwards(coroutine)),
                    {}};
        }
        QString start;
        if (const QStringList finished = done(coroutine); !finished.isEmpty()) {
            start =
                SentencesTr::tr("%1 %2 done: %3 goes on")
                    .arg(listed(finished), finished.size() > 1 ? SentencesTr::tr("are") : SentencesTr::tr("is"), name);
        } else if (m_moment.hasBegun(coroutine)) {
            start = SentencesTr::tr("%1 begins").arg(name);
        } else if (m_moment.isResumed(coroutine)) {
            start = SentencesTr::tr("%1 goes on").arg(name);
        }
        const TraceAwait* next = m_moment.nextAwait(coroutine);
        if (!next && !m_moment.hasEnded(coroutine))
            return {start, {}};
        return {start, next ? SentencesTr::tr("waits at %1").arg(nameOf(*next)) : endWords(coroutine)};
    }

    QString aboutTheEnd() const
    {
        if (m_moment.at() != m_trace.end || m_trace.ended.how == RunEnd::crashed)
            return {};
        for (const TraceAwait& await : m_trace.awaits) {
            if (await.how == AwaitEnd::pending && m_moment.isLessonCode(await) && m_moment.isLeaf(await)) {
                return SentencesTr::tr("Nothing is left to run, and %1 still waits at %2.")
                    .arg(text(m_moment.coroutineOf(await).name), nameOf(await));
            }
        }
        return {};
    }

    /// Its text says what it is about, "page 1", and its kind what goes on, "printing".
    static bool isOfSomething(const TraceSpan& span) { return !span.text.empty() && span.text != span.kind; }

    /// The name of a lane where a sentence begins with it: of a part of the world, and not of the code.
    QString beginning(const std::string& lane) const
    {
        QString name = m_moment.laneName(lane);
        const bool isCode = std::ranges::any_of(name, [](QChar character) { return !character.isLetterOrNumber() && character != ' '; });
        if (!isCode && !name.isEmpty())
            name[0] = name[0].toUpper();
        return name;
    }

    QStringList aboutTheWorld() const
    {
        QStringList told;
        QStringList outcome; // "Client gets v2": after what let it come about
        for (const TraceValue* value : m_moment.values()) {
            const QString lane = beginning(value->lane);
            if (value->text == m_trace.clientOutcome)
                outcome += QStringLiteral("%1 %2.").arg(lane, text(value->text));
            else
                told += SentencesTr::tr("%1 holds %2.").arg(lane, text(value->text));
        }
        for (const TraceSpan* span : m_moment.spansBegun()) {
            const QString lane = beginning(span->lane);
            told += isOfSomething(*span) ? SentencesTr::tr("%1 is %2: %3.").arg(lane, text(span->kind), text(span->text))
                                         : SentencesTr::tr("%1 is %2.").arg(lane, text(span->text));
        }
        for (const TraceSpan* span : m_moment.spansEnded()) {
            if (isOfSomething(*span)) {
                told += SentencesTr::tr("%1 is no longer %2: %3.")
                            .arg(beginning(span->lane), text(span->kind), text(span->text));
                continue;
            }
            const QString state = text(span->text);
            const QString negation = SentencesTr::tr("not ", "the start of a state that is the absence of another");
            const bool negative = state.startsWith(negation);
            told += (negative ? SentencesTr::tr("%1 is now %2.") : SentencesTr::tr("%1 is no longer %2."))
                        .arg(beginning(span->lane), negative ? state.mid(negation.size()) : state);
        }
        return told + outcome;
    }

    QStringList aboutTheCaller() const
    {
        QStringList told;
        for (const TraceCoroutine* coroutine : m_moment.callers()) {
            const auto [start, goal] = flowOf(*coroutine);
            told += sentence(whole(*coroutine, start, goal));
        }
        told.removeAll(QString());
        for (const TraceLogLine* line : m_moment.logged())
            told += SentencesTr::tr("The console shows “%1”.").arg(text(line->text));
        return told;
    }

    /// Names of the awaits of `coroutine` that completed now; not those that only stand for another coroutine's.
    QStringList done(const TraceCoroutine& coroutine) const
    {
        QStringList names;
        for (const TraceAwait* await : m_moment.resumed(coroutine)) {
            if (m_moment.isLeaf(*await))
                names += await->error ? SentencesTr::tr("%1 with %2").arg(nameOf(*await), text(await->error->what)) : nameOf(*await);
        }
        return names;
    }

    /// Why the cancel did not end what it came too late for.
    QString doneBefore(const TraceCoroutine& coroutine) const
    {
        const bool isOnItsWay = std::ranges::any_of(m_moment.resumed(coroutine), &TraceAwait::firedCompleted);
        const QString names = listed(done(coroutine));
        return names
               + (isOnItsWay ? SentencesTr::tr(" had completed, its result was on its way")
                             : SentencesTr::tr(" was done already"));
    }

    QString endWords(const TraceCoroutine& coroutine) const
    {
        switch (coroutine.how) {
        case CoroutineEnd::returned:
            return SentencesTr::tr("returns");
        case CoroutineEnd::threw:
            return SentencesTr::tr("ends with an exception");
        case CoroutineEnd::cancelled:
            return SentencesTr::tr("ends with operation_aborted");
        case CoroutineEnd::dropped:
            return SentencesTr::tr("is dropped");
        case CoroutineEnd::running:
            break;
        }
        return SentencesTr::tr("goes on");
    }

    QString afterwards(const TraceCoroutine& coroutine) const
    {
        if (const TraceAwait* next = m_moment.nextAwait(coroutine))
            return SentencesTr::tr(", then waits at %1").arg(nameOf(*next));
        return m_moment.hasEnded(coroutine) ? SentencesTr::tr(", then %1").arg(endWords(coroutine)) : QString();
    }

    QStringList othersThatEnded(const TraceCoroutine& first, CoroutineEnd how)
    {
        QStringList names;
        for (const TraceCoroutine* other : m_moment.coroutines()) {
            if (other->id != first.id && other->how == how && m_moment.hasEnded(*other)) {
                names += text(other->name);
                m_spoken.insert(other->id);
            }
        }
        return names;
    }

    void add(Phase phase, int rank, const QString& words)
    {
        if (!words.isEmpty())
            m_told.push_back({phase, rank, words});
    }

    const Moment& m_moment;
    const Trace& m_trace;
    const std::set<QString>& m_acting;
    std::set<int> m_spoken; ///< ids of coroutines of which something is told
    QStringList m_unseen;
    std::vector<Told> m_told;
};

/// Names of the coroutines that have an effect at that moment.
std::set<QString> actingAt(const Moment& moment)
{
    std::set<QString> names;
    for (const TraceEffect* const effect : moment.effects()) {
        for (const TraceCoroutine& coroutine : moment.trace().coroutines) {
            if (effect->coroutine == coroutine.id)
                names.insert(text(coroutine.name));
        }
    }
    return names;
}

} // namespace

QString titleOf(const Lesson& lesson, const VariantRun& run)
{
    const VariantSpec* const spec = lesson.findVariant(run.variant);
    return text(!run.title.empty() ? run.title : spec ? spec->title : run.variant);
}

QString callerTitleOf(const Lesson& lesson, const ScenarioRun& run, bool isCovered)
{
    const bool differs = !isCovered && std::ranges::any_of(run.variants, [&](const VariantRun& each) {
        return each.trace->winner != run.variants.front().trace->winner;
    });
    return differs ? SentencesTr::tr("Caller, of %1").arg(titleOf(lesson, run.variants.front())) : SentencesTr::tr("Caller");
}

QString priceOf(const Lesson& lesson, const std::string& variant)
{
    const VariantSpec* const spec = lesson.findVariant(variant);
    return !spec || spec->price.empty() ? QString() : SentencesTr::tr("Its price: %1").arg(text(spec->price));
}

QString nameOf(const TraceAwait& await)
{
    const QString what = withFewOperands(text(await.what));
    return await.number > 0 ? QString::number(await.number) + ' ' + what : what;
}

QString withFewOperands(const QString& name)
{
    constexpr qsizetype most = 3;
    for (const auto sign : {QLatin1String(" && "), QLatin1String(" || ")}) {
        const QStringList operands = name.split(sign);
        if (operands.size() > most)
            return operands.first() + sign + QStringLiteral("…") + sign + operands.last();
    }
    return name;
}

QString deedOf(const TraceEffect& effect)
{
    const QString what = text(effect.what);
    const QString operation = what.mid(what.lastIndexOf('.') + 1);
    const QString detail = text(effect.detail);
    if (detail.isEmpty())
        return SentencesTr::tr("runs");
    static const std::map<QString, const char*> verbs{
        {"set", QT_TRANSLATE_NOOP("Sentences", "stores %1")},
        {"put", QT_TRANSLATE_NOOP("Sentences", "stores %1")},
        {"store", QT_TRANSLATE_NOOP("Sentences", "stores %1")},
        {"insert", QT_TRANSLATE_NOOP("Sentences", "stores %1")},
        {"erase", QT_TRANSLATE_NOOP("Sentences", "removes %1")},
        {"remove", QT_TRANSLATE_NOOP("Sentences", "removes %1")},
        {"save", QT_TRANSLATE_NOOP("Sentences", "saves %1")},
        {"send", QT_TRANSLATE_NOOP("Sentences", "sends %1")},
        {"write", QT_TRANSLATE_NOOP("Sentences", "writes %1")},
    };
    const auto verb = verbs.find(operation);
    return (verb == verbs.end() ? SentencesTr::tr("runs: %1") : SentencesTr::tr(verb->second)).arg(detail);
}

QString latenessOf(const Trace& trace, VirtualTime at)
{
    if (!trace.raceOverAt || at <= *trace.raceOverAt)
        return {};
    return SentencesTr::tr(", %1 after the race was over").arg(readableTime(at - *trace.raceOverAt));
}

QStringList sentencesAt(const Trace& trace, VirtualTime at)
{
    const Moment moment(trace, at);
    const std::set<QString> acting = actingAt(moment);
    QStringList words;
    for (const Told& told : Teller(moment, acting).tell())
        words += told.words;
    return words;
}

QString sentenceAt(const Lesson& lesson, const ScenarioRun& run, VirtualTime at)
{
    std::vector<Moment> moments;
    std::set<QString> acting; // in any of them: what they share is told alike
    for (const VariantRun& variant : run.variants)
        acting.merge(actingAt(moments.emplace_back(*variant.trace, at)));
    std::vector<std::vector<Told>> told;
    for (const Moment& moment : moments)
        told.push_back(Teller(moment, acting).tell());
    const auto isIn = [](const std::vector<Told>& all, const Told& one) {
        return std::ranges::any_of(all, [&](const Told& other) { return other.phase == one.phase && other.words == one.words; });
    };
    QStringList words;
    bool hasDiffered = false;
    for (const Phase phase : {Phase::cause, Phase::deed, Phase::next}) {
        QStringList shared;
        for (const Told& one : told.empty() ? std::vector<Told>() : told.front()) {
            if (one.phase == phase && std::ranges::all_of(told, [&](const auto& all) { return isIn(all, one); }))
                shared += one.words;
        }
        // Behind the words about one of them it must be said that these are about all.
        if (!shared.isEmpty() && hasDiffered)
            words += (told.size() == 2 ? SentencesTr::tr("Both: ") : SentencesTr::tr("All: ")) + shared.join(' ');
        else
            words += shared;
        std::vector<std::pair<QString, QStringList>> others; // what differs, and of whom it is told
        for (std::size_t i = 0; i < told.size(); ++i) {
            QStringList own;
            for (const Told& one : told[i]) {
                if (one.phase == phase && !shared.contains(one.words))
                    own += one.words;
            }
            if (own.isEmpty())
                continue;
            const QString title = titleOf(lesson, run.variants[i]);
            const auto alike = std::ranges::find(others, own.join(' '), &std::pair<QString, QStringList>::first);
            if (alike != others.end())
                alike->second += title;
            else
                others.emplace_back(own.join(' '), QStringList{title});
        }
        for (const auto& [own, titles] : others)
            words += titles.join(QStringLiteral(", ")) + QStringLiteral(": ") + own;
        hasDiffered = hasDiffered || !others.empty();
    }
    return words.join(' ');
}

std::vector<VirtualTime> momentsOf(const ScenarioRun& run)
{
    std::set<VirtualTime> moments;
    for (const VariantRun& variant : run.variants) {
        for (const TraceEvent& event : variant.trace->events)
            moments.insert(event.at);
        for (const TraceAwait& await : variant.trace->awaits) {
            if (await.how == AwaitEnd::pending)
                moments.insert(variant.trace->end);
        }
        if (variant.trace->ended.how == RunEnd::crashed) // which may be no event
            moments.insert(variant.trace->ended.at);
    }
    return {moments.begin(), moments.end()};
}

namespace {

/// Whether coroutines, their effects, the timeout or the race are told of; that the run crashes; or who waits for ever, when nothing is left to run.
bool isActing(const Trace& trace, VirtualTime at)
{
    using Kind = TraceEvent::Kind;
    const bool acts = std::ranges::any_of(trace.events, [at](const TraceEvent& event) {
        return event.at == at && event.kind != Kind::value && event.kind != Kind::spanBegan && event.kind != Kind::spanEnded;
    });
    const bool crashes = at == trace.ended.at && trace.ended.how == RunEnd::crashed;
    return acts || crashes || (at == trace.end && std::ranges::any_of(trace.awaits, [](const TraceAwait& await) { return await.how == AwaitEnd::pending; }));
}

} // namespace

std::vector<Step> stepsOf(const Lesson& lesson, const ScenarioRun& run)
{
    std::vector<Step> steps;
    for (const VirtualTime moment : momentsOf(run)) {
        const bool isOfProgram = std::ranges::any_of(run.variants, [moment](const VariantRun& variant) { return isActing(*variant.trace, moment); });
        if (QString words = sentenceAt(lesson, run, moment); !words.isEmpty())
            steps.push_back({moment, std::move(words), isOfProgram});
    }
    return steps;
}

const Step* stepAt(const std::vector<Step>& steps, VirtualTime at)
{
    const auto after = std::upper_bound(steps.begin(), steps.end(), at,
                                        [](VirtualTime time, const Step& step) { return time < step.at; });
    return after == steps.begin() ? nullptr : &*std::prev(after);
}

const Step* lastStepOfProgram(const std::vector<Step>& steps)
{
    const auto last = std::find_if(steps.rbegin(), steps.rend(), [](const Step& step) { return step.isOfProgram; });
    return last != steps.rend() ? &*last : steps.empty() ? nullptr : &steps.back();
}

} // namespace awaitscope
