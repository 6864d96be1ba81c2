// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/variant_host.hpp"

#include "lesson/text/json_fields.hpp"
#include "lesson/text/text.hpp"

namespace awaitscope {

namespace {

/// What the code under test and its scenario say becomes what readTrace() accepts: the same here and in a worker.
void makePlain(Trace& trace)
{
    const auto make = [](std::string& text) {
        // Most of it is, and this is done to every text of every run of a map.
        if (text.size() <= longestJsonText && isPrintableAscii(text))
            return;
        if (text.size() > longestJsonText || !isUtf8(text) || findControl(text) != std::string::npos)
            text = plainText(text, longestJsonText);
    };
    const auto makeError = [&make](std::optional<TraceError>& error) {
        if (!error)
            return;
        make(error->type);
        make(error->what);
    };
    for (TraceCoroutine& coroutine : trace.coroutines)
        makeError(coroutine.error);
    for (TraceAwait& await : trace.awaits)
        makeError(await.error);
    makeError(trace.ended.error);
    make(trace.ended.why);
    for (TraceEffect& effect : trace.effects) {
        make(effect.what);
        make(effect.detail);
    }
    for (LostEffect& effect : trace.lost) {
        make(effect.what);
        make(effect.detail);
    }
    for (TraceSpan& span : trace.spans) {
        make(span.kind);
        make(span.text);
    }
    for (TraceValue& value : trace.values)
        make(value.text);
    for (TraceLogLine& line : trace.log)
        make(line.text);
    for (TraceCheck& check : trace.checks) {
        make(check.text);
        make(check.why);
        make(check.word);
    }
    make(trace.callerOutcome);
    make(trace.clientOutcome);
    make(trace.recipient);
}

} // namespace

LocalHost::LocalHost(SimulationInput input, std::shared_ptr<const SourceSet> sources)
    : m_sources(std::move(sources)), m_input(std::move(input))
{}

std::optional<Diagnostic> LocalHost::prepare(const SimulationSettings& settings)
{
    if (m_settings == settings)
        return std::nullopt;
    // Before the run: if it fails, no baseline belongs to any settings.
    m_settings.reset();
    Result<Baseline> baseline = simulateWithoutTimeout(m_input, settings);
    if (!baseline)
        return baseline.error();
    m_baseline = *std::move(baseline);
    makePlain(m_baseline->trace);
    m_isTraceGiven = false;
    m_settings = settings;
    return std::nullopt;
}

Result<Trace> LocalHost::runWithoutTimeout(const SimulationSettings& settings)
{
    // Given away and not copied, as most ask once, before all their runs. For who asks again it is run again.
    if (m_isTraceGiven)
        m_settings.reset();
    if (std::optional<Diagnostic> error = prepare(settings))
        return *std::move(error);
    m_isTraceGiven = true;
    return std::move(m_baseline->trace);
}

void LocalHost::take(const SimulationSettings& settings, Baseline baseline)
{
    m_baseline = std::move(baseline);
    m_isTraceGiven = true;
    m_settings = settings;
}

void LocalHost::leave(const SimulationSettings& settings, const std::optional<TimeoutAt>& timeout, const LeaveRun& leave)
{
    const LeaveRun plain{leave.events, [&leave](Trace trace, const Recording& recording) {
                             makePlain(trace);
                             leave.left(std::move(trace), recording);
                         }};
    if (!timeout)
        leaveWithoutTimeout(m_input, settings, plain);
    else if (!prepare(settings))
        leaveWithTimeout(m_input, settings, *m_baseline, *timeout, plain);
}

Result<Trace> LocalHost::run(const SimulationSettings& settings, const TimeoutAt& timeout)
{
    if (std::optional<Diagnostic> error = prepare(settings))
        return *std::move(error);
    Result<Trace> trace = simulate(m_input, settings, *m_baseline, timeout);
    if (trace)
        makePlain(*trace);
    return trace;
}

} // namespace awaitscope
