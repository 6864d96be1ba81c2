// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"
#include "core/trace/traced_awaitable.hpp"

#include <string>
#include <vector>

namespace awaitscope {

class World;

/// What a lesson's scenario.cpp provides: the world around one variant, its caller, and what it promises.
/// Built anew for every run and destroyed after it; its references into the World stay valid until then.
class Stage
{
public:
    virtual ~Stage() = default;

    /// Runs the subject, usually in a race against the timeout. Started at time 0.
    virtual boost::asio::awaitable<void> caller() = 0;

    /// Whether the run's timeout cancels the caller itself, which knows nothing of it: no race of its own waits for the timeout.
    virtual bool isCancelledFromOutside() const { return false; }

    /// The lesson's checks, judged when nothing is left to run, in the order of the manifest.
    /// `trace` is complete but for its checks.
    virtual std::vector<TraceCheck> judge(const Trace& trace) const = 0;

    /// One line each: how the race ended for the caller, and what the client got.
    virtual std::string callerOutcome() const = 0;
    virtual std::string clientOutcome() const = 0;
};

} // namespace awaitscope
