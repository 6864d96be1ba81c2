// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/editing/break_finder.hpp"

#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/sandbox.hpp"
#include "present/editing/word_pace.hpp"
#include "present/session/session.hpp"
#include "present/text/qt_text.hpp"
#include "present/time/times.hpp"
#include "present/words/diagnostic_text.hpp"

#include <QLocale>

namespace awaitscope {

namespace {

Result<Lesson> made(Workbench& workbench, const Lesson& page, const std::string& text, const std::stop_token& stop)
{
    Lesson lesson = pageWith(page, text);
    const VariantSpec& variant = lesson.variants.front();
    const Result<WorkbenchResult> result = workbench.make(lesson, {variant.name, {variant.file, text}, false, page.folder}, {}, stop);
    if (!result)
        return result.error();
    if (!result->host)
        return Diagnostic{"It does not compile.", variant.file, 0};
    return withHosts(lesson, {result->host});
}

} // namespace

QString breakWords(const Breakage& breakage)
{
    QString when = breakage.timeout ? BreakFinder::tr("With a timeout of %1").arg(readableTime(*breakage.timeout)) : BreakFinder::tr("Without a timeout");
    if (breakage.await > 0)
        when = (breakage.window == AwaitWindow::completed ? BreakFinder::tr("%1, when %2 %3 (line %4) has completed and has not been resumed")
                                                          : BreakFinder::tr("%1, in %2 %3 (line %4)"))
                   .arg(when)
                   .arg(breakage.await)
                   .arg(qt(breakage.awaitName))
                   .arg(breakage.line);
    if (breakage.moved)
        when = BreakFinder::tr("%1, and with %2 for %3 in line %4")
                   .arg(when, qt(breakage.moved->after), qt(breakage.moved->before))
                   .arg(breakage.moved->line);
    switch (breakage.how) {
    case Breakage::How::violated:
        return BreakFinder::tr("%1: “%2” is violated.").arg(when, qt(breakage.what));
    case Breakage::How::stuck:
        return BreakFinder::tr("%1: run() is stuck.").arg(when);
    case Breakage::How::spins:
        return BreakFinder::tr("%1: run() spins, and no time passes.").arg(when);
    case Breakage::How::crashed:
        return BreakFinder::tr("%1: a fault ends run(). %2").arg(when, diagnosticText({breakage.why, {}, 0}));
    case Breakage::How::threw:
        return breakage.what.empty() ? BreakFinder::tr("%1: run() ends by an exception.").arg(when)
                                     : BreakFinder::tr("%1: run() ends by the exception “%2”.").arg(when, qt(breakage.what));
    }
    return when;
}

BreakFinder::BreakFinder(Session& session, std::shared_ptr<Workbench> workbench, QObject* parent)
    : QObject(parent), m_session(session), m_workbench(std::move(workbench))
{}

BreakFinder::~BreakFinder()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void BreakFinder::start(bool movesTimes)
{
    const Lesson& shown = m_session.lesson();
    if (m_isSearching || !shown.isSandbox || shown.isBlank)
        return;
    const std::string variant = typedVersion(shown);
    // By itself, whatever stands beside it: what cancels it may be another matter then.
    Lesson page = pageWith(shown, shown.findFile(shown.findVariant(variant)->file)->text);
    page = withHosts(page, {shown.findHost(variant)});
    Scenario scenario = defaultScenario(page);
    scenario.model = m_session.scenario().model;
    scenario.cancelOn = m_session.scenario().cancelOn;
    scenario.cancelType = m_session.scenario().cancelType;
    m_isSearching = true;
    m_result.reset();
    m_failure.clear();
    m_runs = 0;
    m_move = 0;
    m_moves = 0;
    m_thread = std::jthread{[this, page = std::move(page), scenario, variant, movesTimes, workbench = m_workbench](const std::stop_token& stop) {
        const auto deliver = [this](auto take) { QMetaObject::invokeMethod(this, std::move(take), Qt::QueuedConnection); };
        WordPace pace;
        BreakObserver observer;
        observer.stop = [&stop] { return stop.stop_requested(); };
        observer.ran = [&](std::int64_t runs, int move, int moves) {
            if (!pace.isDue())
                return;
            deliver([this, runs, move, moves] {
                m_runs = runs;
                m_move = move;
                m_moves = moves;
                Q_EMIT changed();
            });
        };
        Result<BreakSearch> done =
            findBreak(page, scenario, variant, movesTimes, [&](const std::string& text) { return made(*workbench, page, text, stop); }, observer);
        deliver([this, done = std::move(done)]() mutable {
            m_isSearching = false;
            if (done)
                m_result = *std::move(done);
            else
                m_failure = diagnosticText(done.error());
            Q_EMIT changed();
        });
    }};
    Q_EMIT changed();
}

void BreakFinder::stop() { m_thread.request_stop(); }

QString BreakFinder::words() const
{
    const QLocale locale;
    if (m_isSearching)
        return m_move > 0 ? tr("%1 runs so far; time %2 of %3 is moved…").arg(locale.toString(m_runs)).arg(m_move).arg(m_moves)
                          : tr("%1 runs so far…").arg(locale.toString(m_runs));
    if (!m_failure.isEmpty())
        return m_failure;
    if (!m_result)
        return {};
    QString tried = tr("%1 runs: every timeout, exact to 1 µs, and %2 awaits in both windows.").arg(locale.toString(m_result->runs)).arg(m_result->awaits);
    if (m_result->moves > 0)
        tried += ' ' + tr("The same with times of the file halved and doubled, %1 in all.").arg(m_result->moves);
    if (!m_result->notCompiled.empty())
        tried += ' ' + tr("%1 of these do not compile and were not tried.").arg(m_result->notCompiled.size());
    if (m_result->found)
        return breakWords(*m_result->found) + '\n' + tried;
    if (m_result->wasStopped)
        return tr("Stopped. Nothing broke it so far.") + '\n' + tried;
    return (m_result->expectsSomething ? tr("Nothing breaks it.")
                                       : tr("It always ends. The page expects nothing more: say with expect(text, bool) what must be true."))
           + '\n' + tried;
}

QString BreakFinder::scenario() const { return m_result && m_result->found ? qt(m_result->found->scenarioString) : QString(); }

QString BreakFinder::movedText() const
{
    return m_result && m_result->found && m_result->found->moved ? qt(m_result->found->text) : QString();
}

} // namespace awaitscope
