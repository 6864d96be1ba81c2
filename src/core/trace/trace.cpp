// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/trace.hpp"

#include <algorithm>
#include <array>

namespace awaitscope {

std::string whoGetsWhat(const std::string& recipient, const std::string& clientOutcome)
{
    const bool isNamed = !clientOutcome.empty() && !recipient.empty();
    return isNamed ? recipient + ' ' + clientOutcome : clientOutcome;
}

std::string whoGetsWhat(const Trace& trace) { return whoGetsWhat(trace.recipient, trace.clientOutcome); }

Verdict verdictOf(const Trace& trace)
{
    Verdict worst = Verdict::notApplicable;
    for (const TraceCheck& check : trace.checks)
        worst = std::max(worst, check.verdict);
    return worst;
}

// In each of these the words stand in the order of their enumerators.
std::string_view toText(CancelModel model)
{
    static constexpr std::array<std::string_view, 3> names = {"asio", "drop", "eager"};
    return names[static_cast<std::size_t>(model)];
}

std::string_view toText(CancelOn target)
{
    switch (target) {
    case CancelOn::coroutine:
        return "coroutine";
    case CancelOn::operation:
        return "operation";
    }
    return "";
}

std::string_view toText(AwaitEnd end)
{
    static constexpr std::array<std::string_view, 6> names = {"resumed", "cancelled", "dropped",
                                                              "threw", "refused", "pending"};
    return names[static_cast<std::size_t>(end)];
}

std::string_view toText(AwaitWindow window) { return window == AwaitWindow::pending ? "pending" : "completed"; }

std::string_view toText(CoroutineEnd end)
{
    static constexpr std::array<std::string_view, 5> names = {"returned", "threw", "cancelled", "dropped", "running"};
    return names[static_cast<std::size_t>(end)];
}

std::string_view toText(Winner winner)
{
    return winner == Winner::work ? "work" : "timeout";
}

std::string_view toText(Verdict verdict)
{
    static constexpr std::array<std::string_view, 3> names = {"not-applicable", "holds", "violated"};
    return names[static_cast<std::size_t>(verdict)];
}

std::string_view toText(RunEnd end)
{
    static constexpr std::array<std::string_view, 5> names = {"finished", "stuck", "spins", "threw", "crashed"};
    return names[static_cast<std::size_t>(end)];
}

std::string_view toText(Seen seen)
{
    static constexpr std::array<std::string_view, 3> names = {"caught", "passed on", "nobody"};
    return names[static_cast<std::size_t>(seen)];
}

std::string_view toText(TraceEvent::Kind kind)
{
    static constexpr std::array<std::string_view, 11> names = {
        "coroutine-began", "coroutine-ended", "await-suspended", "await-ended",   "effect",   "value",
        "span-began",      "span-ended",      "logged",          "timeout-fired", "race-over"};
    return names[static_cast<std::size_t>(kind)];
}

std::optional<CancelOn> tryParseCancelOn(std::string_view text)
{
    for (const CancelOn target : {CancelOn::coroutine, CancelOn::operation}) {
        if (text == toText(target))
            return target;
    }
    return std::nullopt;
}

std::optional<CancelModel> tryParseCancelModel(std::string_view text)
{
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop, CancelModel::eager}) {
        if (toText(model) == text)
            return model;
    }
    // As people call it, who have seen the window's name for it; what is written is always the above.
    if (text == "js")
        return CancelModel::eager;
    return std::nullopt;
}

} // namespace awaitscope
