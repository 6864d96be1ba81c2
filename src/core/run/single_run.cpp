// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/single_run.hpp"

#include "core/race/race.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detail/scheduler.hpp>

#include <algorithm>
#include <exception>
#include <optional>
#include <source_location>
#include <tuple>
#include <typeinfo>
#include <utility>

namespace awaitscope {

namespace {

std::string place(const Recorder& recorder)
{
    const std::string name = recorder.currentCoroutineName();
    return name.empty() ? "the program" : name;
}

Diagnostic endless(const Recorder& recorder, std::uint64_t maxEvents)
{
    const auto [file, line] = recorder.whereabouts();
    return {place(recorder) + " does not come to an end: " + std::to_string(maxEvents) +
                " events were run and it still goes on. Let its loop wait for time to pass, or end.",
            file, line, true};
}

/// How much of an instant that goes on for ever is kept: it repeats itself.
constexpr std::size_t keptOfInstant = 40;

TraceError errorOf(const std::exception_ptr& failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const boost::system::system_error& error) {
        return tracing::errorOf(error);
    } catch (const boost::asio::multiple_exceptions& several) {
        return tracing::errorOf(several);
    } catch (const std::exception& error) {
        return {tracing::readableName(typeid(error)), error.what()};
    } catch (...) {
        return {"unknown", ""};
    }
}

/// Of what is being handled.
std::string currentException()
{
    try {
        throw;
    } catch (const std::exception& exception) {
        return std::string{"the exception \""} + exception.what() + '"';
    } catch (...) {
        return "an exception";
    }
}

/// A lesson's file, also one of those that are not recorded, such as its header.
std::string fileOf(const SourceSet& sources, const std::source_location& where)
{
    const std::string_view path = where.file_name();
    const int source = sources.find(path);
    return source < 0 ? std::string{path.substr(path.rfind('/') + 1)}
                      : sources.sources()[static_cast<std::size_t>(source)].fileName();
}

Diagnostic misspelt(const SourceSet& sources, const UnknownParameter& unknown)
{
    return {unknown.what(), fileOf(sources, unknown.where()), static_cast<int>(unknown.where().line()), true};
}

/// Empty for what is told as the end of the run.
std::optional<Diagnostic> misspeltIn(const SourceSet& sources, const std::exception_ptr& failure)
{
    if (!failure)
        return std::nullopt;
    try {
        std::rethrow_exception(failure);
    } catch (const UnknownParameter& unknown) {
        return misspelt(sources, unknown);
    } catch (...) {
        return std::nullopt;
    }
}

/// What the scenario's own code threw where it is no coroutine; `part` says in which of its functions. In which line is known
/// only where the exception says so.
Diagnostic escapedScenario(const SimulationInput& input, std::string_view part)
{
    try {
        throw;
    } catch (const UnknownParameter& unknown) {
        return misspelt(*input.sources, unknown);
    } catch (...) {
        // The file that defines the caller: the rest of the scenario stands there too.
        std::string file;
        for (const SourceIndex& source : input.sources->sources()) {
            if (source.findFunction(input.caller))
                file = source.fileName();
        }
        return {currentException() + std::string{leftTheScenario} + std::string{part} + ", where nobody catches it. Mend what throws it.",
                file, 0, true};
    }
}

boost::asio::cancellation_type typeOf(CancelType type)
{
    switch (type) {
    case CancelType::terminal:
        return boost::asio::cancellation_type::terminal;
    case CancelType::partial:
        return boost::asio::cancellation_type::partial;
    case CancelType::total:
        break;
    }
    return boost::asio::cancellation_type::total;
}

} // namespace

SingleRun::SingleRun(const SimulationInput& input, const SimulationSettings& settings, const Deadline& deadline)
    : m_input(input)
    , m_settings(settings)
    , m_recorder(*input.sources)
    , m_context(settings.maxEvents, &m_recorder)
    , m_world(m_context, m_recorder, {settings.model, deadline, settings.parameters, settings.cancelOn})
{
    m_recorder.attach(m_context);
    m_context.limitInstant(std::min(mostEventsAtOnce, settings.maxEvents));
    m_recorder.setWorld(&m_world);
    m_recorder.addLane("race", "race", "caller");
    m_recorder.addLane("timeout", "timeout", "caller");
}

SingleRun::~SingleRun()
{
    // Coroutines refer to the stage, and the stage to the world.
    m_context.dropAll();
}

void SingleRun::leaveAfter(std::uint64_t events, std::function<void(const Recording&)> left)
{
    m_recorder.whenTold(events, [this, left = std::move(left)] { left(m_recorder.recordedSoFar()); });
}

Result<Recording> SingleRun::record()
{
    std::optional<boost::asio::awaitable<void>> caller;
    std::string_view part = "constructor";
    try {
        m_stage = m_input.program.makeStage(m_world);
        part = "caller()"; // which need not be a coroutine itself
        caller = m_stage->caller();
    } catch (...) {
        return escapedScenario(m_input, part);
    }
    // The handler refers to this object, which outlives the context.
    std::exception_ptr failure;
    const auto ended = [&failure, this](std::exception_ptr error) {
        failure = std::move(error);
        m_root.at = m_context.now();
        // Or the run would last until the timeout, with nobody waiting for it.
        m_cancelTimer.emit(boost::asio::cancellation_type::all);
    };
    if (const Deadline outside = outsideDeadline(); outside.isNever()) {
        boost::asio::co_spawn(m_context.get_executor(), *std::move(caller), ended);
    } else {
        const DomainId domain = m_context.makeDomain(0);
        // The timer first: at a tie it wins, as that of a race does.
        cancelAt(outside, domain);
        m_stopRoot = m_recorder.stopOfNextSpawn();
        boost::asio::co_spawn(m_context.get_executor().withDomain(domain), *std::move(caller),
                              boost::asio::bind_cancellation_slot(m_cancel.slot(), ended));
    }
    try {
        m_context.run();
    } catch (const EventBudgetExceeded&) {
        // It is told below: coroutines that were parked when the budget was spent end a run without it.
    } catch (...) {
        // A handler threw, and with it run(): on an io_context that is the end too, whatever the root does meanwhile.
        failure = std::current_exception();
        m_root.at = m_context.now();
        m_root.leftRun = true;
    }
    if (std::optional<Diagnostic> refusal = whyRefused())
        return *std::move(refusal);
    if (std::optional<Diagnostic> mistake = misspeltIn(*m_input.sources, failure))
        return *std::move(mistake);
    const bool isSpent = !m_context.spendEvent();
    m_root.isSpinning = m_context.isSpinning();
    if (isSpent && !m_root.isSpinning)
        return endless(m_recorder, m_settings.maxEvents);
    std::tie(m_root.lastFile, m_root.lastLine) = m_recorder.whereabouts();
    if (failure)
        m_root.error = errorOf(failure);
    return m_recorder.finish(failure);
}

std::optional<Recording> SingleRun::cut(Recording& recording) const
{
    if (!m_root.isSpinning)
        return std::nullopt;
    Recording whole = recording;
    keepBeginOfInstant(recording);
    return whole;
}

void SingleRun::describe(Trace& trace) const
{
    trace.lesson = m_input.lesson;
    trace.variant = m_input.variant;
    trace.model = m_settings.model;
    trace.cancelOn = m_settings.cancelOn;
    trace.parameters = m_settings.parameters;
}

Result<Trace> SingleRun::complete(Trace trace, std::optional<Trace> whole) const
{
    describe(trace);
    std::string_view part = "callerOutcome()";
    try {
        trace.callerOutcome = m_stage->callerOutcome();
        part = "clientOutcome()";
        trace.clientOutcome = m_stage->clientOutcome();
        part = "recipient()";
        trace.recipient = m_stage->recipient();
        trace.ended = tellEnd(trace, m_root);
        part = "judge()";
        // Last, as a check may look at all of the above.
        if (!whole) {
            trace.checks = m_stage->judge(trace);
            return trace;
        }
        trace.lost = std::exchange(whole->lost, {}); // what ran behind the cut is not lost
        Trace judged = trace;
        judged.coroutines = std::move(whole->coroutines);
        judged.awaits = std::move(whole->awaits);
        judged.effects = std::move(whole->effects);
        judged.spans = std::move(whole->spans);
        judged.values = std::move(whole->values);
        judged.log = std::move(whole->log);
        judged.events = std::move(whole->events);
        trace.checks = m_stage->judge(judged);
    } catch (...) {
        return escapedScenario(m_input, part);
    }
    return trace;
}

/// Never, unless somebody who is no part of the program is to cancel it.
Deadline SingleRun::outsideDeadline() const
{
    if (m_stage->isCancelledFromOutside() && !m_world.deadline().isNever())
        return m_world.deadline();
    return Deadline{.after = m_settings.cancel};
}

void SingleRun::cancelAt(const Deadline& deadline, DomainId domain)
{
    std::optional<std::size_t> span;
    if (deadline.after && deadline.isOfRun)
        span = m_recorder.beginSpan("timeout", "waiting", toReadableText(*deadline.after));
    const auto fired = [this, span, isOfRun = deadline.isOfRun] {
        if (isOfRun)
            m_recorder.timeoutFired();
        if (span)
            m_recorder.endSpan(*span);
    };
    race_detail::waitFor(m_world, fired, deadline,
                         boost::asio::bind_cancellation_slot(
                             m_cancelTimer.slot(),
                             boost::asio::bind_executor(m_context.get_executor(), [this, domain](boost::system::error_code error) {
                                 if (!error && !m_root.at)
                                     cancelNow(domain);
                             })));
}

void SingleRun::cancelNow(DomainId domain)
{
    switch (m_settings.model) {
    case CancelModel::asio:
        if (m_settings.cancelOn == CancelOn::operation)
            (*m_stopRoot)();
        else
            m_cancel.emit(typeOf(m_settings.cancelType));
        break;
    case CancelModel::drop:
        race_detail::dropAll(m_world, domain, m_cancel);
        m_root.at = m_context.now();
        m_root.isDropped = true;
        break;
    case CancelModel::eager:
        break;
    }
}

void SingleRun::keepBeginOfInstant(Recording& recording)
{
    const auto begin = std::ranges::lower_bound(recording.events, recording.end, {}, &TraceEvent::at);
    recording.keepFirst(static_cast<std::size_t>(begin - recording.events.begin()) + keptOfInstant);
}

/// Whether the run asked for what is not to be had on a virtual clock: whatever the code made of that, its story is none.
std::optional<Diagnostic> SingleRun::whyRefused()
{
    if (const std::optional<Refusal>& refusal = m_recorder.refusal())
        return Diagnostic{refusal->message, refusal->file, refusal->line, refusal->isFault};
    if (const auto& at = m_recorder.blockedAt())
        return Diagnostic{BlockingWait{}.what(), at->first, at->second, true};
    // Behind all of Asio that is real. A worker refuses it when it is made, with the line that asked for it.
    if (!boost::asio::has_service<boost::asio::detail::scheduler>(m_context))
        return std::nullopt;
    const auto [file, line] = m_recorder.whereabouts();
    return Diagnostic{"It made something of Asio's that belongs to the real world, such as a socket, a pipe or a signal set, and "
                      "neither network nor devices are to be had on the virtual clock. Use the parts of the teaching world.",
                      file, line, true};
}

} // namespace awaitscope
