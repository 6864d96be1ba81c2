// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands around a sandbox file in its module, as scenario.cpp does around a lesson's variant. Included by that one source.

#include "core/run/sandbox.hpp"

#include <algorithm>
#include <vector>

namespace awaitscope::sandbox {

class SandboxStage : public Stage
{
public:
    SandboxStage(World& world, bool isCancelledFromOutside, World*& current, std::vector<TraceCheck>*& expectations)
        : m_isCancelledFromOutside(isCancelledFromOutside), m_current(current), m_kept(expectations)
    {
        m_current = &world;
        m_kept = &m_expectations;
    }
    ~SandboxStage() override
    {
        m_current = nullptr;
        m_kept = nullptr;
    }
    SandboxStage(const SandboxStage&) = delete;
    SandboxStage& operator=(const SandboxStage&) = delete;

    boost::asio::awaitable<void> caller() override { return ::run(); }
    bool isCancelledFromOutside() const override { return m_isCancelledFromOutside; }

    std::vector<TraceCheck> judge(const Trace&) const override
    {
        if (&::judge != nullptr)
            ::judge();
        return m_expectations;
    }

    std::string callerOutcome() const override { return {}; }
    std::string clientOutcome() const override { return {}; }

private:
    bool m_isCancelledFromOutside;
    World*& m_current;
    std::vector<TraceCheck>*& m_kept;
    std::vector<TraceCheck> m_expectations;
};

/// A check of the same text is one check, which is violated if it ever was.
inline void add(std::vector<TraceCheck>& checks, std::string text, bool holds, const std::source_location& where)
{
    const std::string_view path = where.file_name();
    const std::string place = std::string{path.substr(path.rfind('/') + 1)} + ':' + std::to_string(where.line());
    const auto known = std::ranges::find(checks, text, &TraceCheck::text);
    if (known != checks.end() && (holds || known->verdict == Verdict::violated))
        return;
    TraceCheck check;
    check.id = known != checks.end() ? known->id : "expect-" + std::to_string(checks.size() + 1);
    check.text = std::move(text);
    check.verdict = holds ? Verdict::holds : Verdict::violated;
    check.why = holds ? "It was true at " + place + '.' : "It was not true at " + place + '.';
    if (known != checks.end())
        *known = std::move(check);
    else
        checks.push_back(std::move(check));
}

inline boost::asio::awaitable<void> waitForFlag()
{
    World& run = world();
    if (run.cancelOn() == CancelOn::operation)
        run.recorder().refuse("cancel_on=operation is not to be had with timeout() in an expression of the file's own, which decides "
                              "itself what it cancels. Use race(timeout(), work()), or cancel_on=coroutine.");
    const Deadline deadline = run.deadline();
    Deadline left = deadline;
    if (left.after) // the flag stands at a time of the run, whenever somebody begins to wait for it
        left.after = std::max(VirtualDuration{0}, *left.after - run.now().time_since_epoch());
    Lane::Span span;
    if (deadline.after)
        span = run.lane("timeout", "caller").span("waiting", toReadableText(*deadline.after));
    co_await race_detail::waitFor(run, [&run] { run.recorder().timeoutFired(); }, left, boost::asio::use_awaitable);
}

} // namespace awaitscope::sandbox

/// Once, in the module's own source: the definitions that sandbox.hpp leaves open, and the program.
#define AWAITSCOPE_SANDBOX(isCancelledFromOutside)                                                                                   \
    namespace awaitscope::sandbox {                                                                                                  \
    static World* current = nullptr;                                                                                                 \
    static std::vector<TraceCheck>* expectations = nullptr;                                                                          \
    World& world()                                                                                                                   \
    {                                                                                                                                \
        if (!current)                                                                                                                \
            throw std::logic_error("println, effect, expect and timeout are for a run: no static object may call them");           \
        return *current;                                                                                                             \
    }                                                                                                                                \
    void addExpectation(std::string text, bool holds, const std::source_location& where)                                             \
    {                                                                                                                                \
        world();                                                                                                                     \
        add(*expectations, std::move(text), holds, where);                                                                           \
    }                                                                                                                                \
    class ModuleStage final : public SandboxStage                                                                                    \
    {                                                                                                                                \
    public:                                                                                                                          \
        explicit ModuleStage(World& world) : SandboxStage(world, isCancelledFromOutside, current, expectations) {}                   \
    };                                                                                                                               \
    }                                                                                                                                \
    awaitscope::sandbox::FlagTimeout timeout()                                                                                       \
    {                                                                                                                                \
        return awaitscope::sandbox::FlagTimeout{awaitscope::sandbox::waitForFlag()};                                                 \
    }                                                                                                                                \
    AWAITSCOPE_STAGE(awaitscope::sandbox::ModuleStage)
