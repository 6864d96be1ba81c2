// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/tell/run_table.hpp"

#include "lesson/format/scenario.hpp"
#include "lesson/tell/trace_grid.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

/// What stands above and below the grid.
class RunText
{
public:
    RunText(std::string_view title, const Trace& trace, const TextStyle& style)
        : m_title{title},
          m_trace{trace},
          m_style{style}
    {}

    std::string make()
    {
        addHeading();
        m_text += gridOf(m_trace).toText(m_style.width, m_style.isColoured) + '\n';
        addEnd();
        addUnseen();
        addPending();
        addNotBegun();
        addCompleted();
        addLost();
        addLog();
        addOutcome();
        addVerdicts();
        return std::move(m_text);
    }

private:
    void addHeading()
    {
        std::string heading = std::string{m_title} + ": " + m_trace.variant;
        heading += " · " + std::string{titleOf(m_trace.model)};
        if (m_trace.cancelOn == CancelOn::operation)
            heading += " on the operation";
        if (const std::optional<std::string> type = settingIn(m_trace.scenario, "cancel_type"))
            heading += ", " + *type;
        const std::optional<std::string> cancel = settingIn(m_trace.scenario, "cancel");
        const bool isCancelAlone = isCutByCancel(m_trace);
        if (m_trace.timeout && !isCancelAlone)
            heading += " · timeout " + toReadableText(*m_trace.timeout);
        else if (!isCancelAlone)
            heading += m_trace.await || m_trace.start ? " · timeout" : " · no timeout"; // no time of its own hits such a moment
        if (const auto at = cancel ? tryParseDuration(*cancel) : std::nullopt)
            heading += " · run() is cancelled at " + toReadableText(*at);
        if (m_trace.await)
            heading += " (at await " + toText(AtAwait{*m_trace.await, m_trace.awaitWindow}) + ')';
        if (m_trace.start)
            heading += " (at start " + std::to_string(*m_trace.start) + ')';
        std::string parameters;
        for (const auto& [name, value] : m_trace.parameters)
            parameters += (parameters.empty() ? "" : " · ") + name + ' ' + toReadableText(value);
        m_text += painted(heading, Ink::strong, m_style.isColoured) + '\n';
        if (!parameters.empty())
            m_text += painted(parameters, Ink::muted, m_style.isColoured) + '\n';
        if (!m_trace.scenario.empty()) // not wrapped: it is there to be copied
            m_text += painted(m_trace.scenario, Ink::muted, m_style.isColoured) + '\n';
        m_text += '\n';
    }

    /// "label      text", and below it what does not fit.
    void addLine(std::string_view label, std::string_view text, Ink ink = Ink::plain)
    {
        const std::size_t room = m_style.width - std::min(m_style.width - 1, labelWidth);
        for (const std::string& line : wrapped(text, room, room)) {
            m_text += painted(paddedRight(label, labelWidth), Ink::strong, m_style.isColoured);
            m_text += painted(line, ink, m_style.isColoured) + '\n';
            label = "";
        }
    }

    /// How the run ended, unless it did as a run should.
    void addEnd()
    {
        const TraceEnd& ended = m_trace.ended;
        if (ended.how == RunEnd::finished)
            return;
        const bool hasPlace = ended.how == RunEnd::crashed && !ended.file.empty(); // of the others the sentence says it
        const std::string place = ended.file + (ended.line > 0 ? ':' + std::to_string(ended.line) : std::string{});
        addLine(toText(ended.how), toReadableText(ended.at) + (hasPlace ? ", " + place : std::string{}) + ": " + ended.why, Ink::cut);
    }

    /// Exceptions that no coroutine was told of; that of a cancel is meant to end with the coroutine it cancels.
    void addUnseen()
    {
        std::string_view label = "not seen";
        for (const TraceCoroutine& coroutine : m_trace.coroutines) {
            if (coroutine.seen != Seen::nobody || coroutine.how != CoroutineEnd::threw || !coroutine.error || !coroutine.end)
                continue;
            addLine(label, coroutine.name + " threw " + coroutine.error->type
                               + (coroutine.error->what.empty() ? "" : " (" + coroutine.error->what + ')') + " at "
                               + toReadableText(*coroutine.end) + "; no coroutine was told");
            label = "";
        }
    }

    void addPending()
    {
        if (m_trace.ended.how == RunEnd::stuck) // which says so already
            return;
        std::string_view label = "waits on";
        for (const TraceAwait& await : m_trace.awaits) {
            if (await.how != AwaitEnd::pending || await.number == 0)
                continue;
            addLine(label, std::to_string(await.number) + ' ' + await.what + ", since " + toReadableText(await.begin)
                               + (m_trace.ended.how == RunEnd::crashed ? ", when the run crashed" : "; nothing is left that could end it"));
            label = "";
        }
    }

    void addNotBegun()
    {
        for (const TraceStart& start : m_trace.starts) {
            if (start.fired && start.number > 0)
                addLine("spawned", std::to_string(start.number) + ' ' + start.what + " had been spawned when the timeout fired, and "
                                       + (start.begun ? "took its first step after it"
                                                      : "had still to take its first step: its body never ran"));
        }
    }

    /// Why a timeout did not find the await pending at which it fired.
    void addCompleted()
    {
        for (const TraceAwait& await : m_trace.awaits) {
            if (await.firedCompleted && await.number > 0)
                addLine("completed", completedWords(await));
        }
    }

    std::string completedWords(const TraceAwait& await) const
    {
        const std::string had = std::to_string(await.number) + ' ' + await.what
                                + " had completed when the timeout fired, and its result was on its way: ";
        switch (m_trace.model) {
        case CancelModel::asio:
            if (m_trace.cancelOn == CancelOn::operation)
                return had + "the stop found nothing to stop there, and is lost for good";
            return had + "the cancel found nothing to stop there; it counts at the next await, if there is one";
        case CancelModel::drop:
            return had + "it was destroyed with the coroutine that waited for it";
        case CancelModel::eager:
            return had + "nobody stopped it";
        }
        return had;
    }

    void addLost()
    {
        // Orange means violated and nothing else: an effect that is missing where all holds is no mistake.
        const Ink ink = verdictOf(m_trace) == Verdict::violated ? Ink::violated : Ink::muted;
        std::string_view label = "never ran";
        for (const LostEffect& lost : m_trace.lost) {
            addLine(label,
                    "◇ " + lost.what + (lost.detail.empty() ? "" : ' ' + lost.detail) + ", " + lost.file + ':' + std::to_string(lost.line)
                        + " (without the timeout at " + toReadableText(lost.wouldBeAt) + ')',
                    ink);
            label = "";
        }
    }

    void addLog()
    {
        std::size_t timeWidth = 0;
        for (const TraceLogLine& line : m_trace.log)
            timeWidth = std::max(timeWidth, displayWidth(toReadableText(line.at)));
        std::string_view label = "println";
        for (const TraceLogLine& line : m_trace.log) {
            addLine(label, paddedLeft(toReadableText(line.at), timeWidth) + "  " + line.text);
            label = "";
        }
    }

    void addOutcome()
    {
        // A sandbox has neither.
        if (!m_trace.callerOutcome.empty())
            addLine("caller", m_trace.callerOutcome);
        if (!m_trace.clientOutcome.empty())
            addLine(m_trace.recipient == theClient ? "client" : "outcome",
                    m_trace.recipient == theClient ? m_trace.clientOutcome : whoGetsWhat(m_trace));
    }

    void addVerdicts()
    {
        for (const TraceCheck& check : m_trace.checks) {
            const std::string verdict = std::string{markOf(check.verdict)} + ' ' + std::string{wordOf(check.verdict)};
            m_text += '\n' + painted(verdict, inkOf(check.verdict), m_style.isColoured) + ": " + check.text + '\n';
            for (const std::string& line : wrapped(check.why, m_style.width - 2, m_style.width - 2))
                m_text += "  " + line + '\n';
        }
    }

    static constexpr std::size_t labelWidth = 11;

    std::string_view m_title;
    const Trace& m_trace;
    const TextStyle& m_style;
    std::string m_text;
};

} // namespace

std::string runTable(const Lesson& lesson, const VariantRun& run, const TextStyle& style)
{
    return runTable(lesson.title, *run.trace, style);
}

std::string runTable(std::string_view title, const Trace& trace, const TextStyle& style)
{
    return RunText{title, trace, style}.make();
}

} // namespace awaitscope
