// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_end.hpp"
#include "core/run/simulation.hpp"
#include "core/run/stage.hpp"
#include "core/world/world.hpp"

#include <boost/asio/cancellation_signal.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace awaitscope {

/// Part of a message, and a sign of isFromScenario().
constexpr std::string_view leftTheScenario = " left the scenario's ";

/// One run, from an empty context to the recording and the trace made of it. What it is made with outlives it.
class SingleRun
{
public:
    SingleRun(const SimulationInput& input, const SimulationSettings& settings, const Deadline& deadline);
    ~SingleRun();
    SingleRun(const SingleRun&) = delete;
    SingleRun& operator=(const SingleRun&) = delete;

    Recorder& recorder() { return m_recorder; }

    /// Before record(), which then ends in `left`: see LeaveRun.
    void leaveAfter(std::uint64_t events, std::function<void(const Recording&)> left);

    /// Once.
    Result<Recording> record();

    /// Of a run that spins only how its instant begins is shown. What the rest of it did counts all the same: it is given back, for
    /// complete(). Empty for all others.
    std::optional<Recording> cut(Recording& recording) const;

    /// What of a trace is known before anything has run.
    void describe(Trace& trace) const;

    /// `whole`: the trace to judge, where `trace` was cut.
    Result<Trace> complete(Trace trace, std::optional<Trace> whole) const;

private:
    Deadline outsideDeadline() const;
    void cancelAt(const Deadline& deadline, DomainId domain);
    void cancelNow(DomainId domain);
    static void keepBeginOfInstant(Recording& recording);
    std::optional<Diagnostic> whyRefused();

    const SimulationInput& m_input;
    const SimulationSettings& m_settings;
    RootEnd m_root;
    boost::asio::cancellation_signal m_cancel;      ///< of the root, from outside
    std::shared_ptr<const OperationStop> m_stopRoot;
    boost::asio::cancellation_signal m_cancelTimer; ///< of whoever would emit the other
    Recorder m_recorder; ///< before the context, whose coroutines report to it until the context is gone
    VirtualContext m_context;
    World m_world;
    std::unique_ptr<Stage> m_stage;
};

} // namespace awaitscope
