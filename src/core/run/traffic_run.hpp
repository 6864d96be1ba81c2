// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "core/run/program.hpp"
#include "core/trace/trace.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace awaitscope {

class TrafficRequest;

/// Under which conditions very many requests are served.
struct TrafficConditions
{
    CancelModel model = CancelModel::asio;
    CancelOn cancelOn = CancelOn::coroutine; ///< other than that only under CancelModel::asio
    std::vector<std::pair<std::string, VirtualDuration>> parameters; ///< of the lesson, for those that are the same for all
    std::vector<std::string> timeNames;                              ///< of TrafficRequest::times
    VirtualDuration timeToLive{};
};

/// How one request ended.
struct TrafficAnswer
{
    VirtualTime at; ///< when its caller() ended
    bool isTimely = true; ///< false: it was still waiting when nothing was left to run
    int asked = 0;        ///< how often it asked the downstream
    std::optional<VirtualTime> obtained; ///< when the downstream answered it, the last time
    bool isStored = false;               ///< and whether that had been stored by then
    bool hadEntry = false;               ///< something had been stored for its key before it came
    std::optional<VirtualTime> given;    ///< when the downstream gave what the client got; empty: it got nothing
};

/// Where the requests come from and where their answers go.
class TrafficClients
{
public:
    virtual ~TrafficClients() = default;

    /// Fills in the next request but for its ledger; they come in the order of their arrivals. False: there are no more.
    virtual bool next(TrafficRequest& request) = 0;

    virtual void answered(const TrafficRequest& request, const TrafficAnswer& answer) = 0;

    /// Something was obtained and never stored; told later than it came about.
    virtual void lost(VirtualTime obtained) = 0;

    /// Asked before each request: true ends the run, with answers up to there.
    virtual bool isStopped() { return false; }
};

/// Serves every request by `program`, each by a coroutine of its own, in one virtual time and one world. Records nothing; what it
/// needs of memory does not grow with the number of requests. The same arguments give the same answers. As nothing is recorded,
/// nobody notices what a drop cannot reach (Recorder::refuseDrop()): a single run of the program does.
/// False: it was stopped. Errors: the program has no traffic; what the code under test did wrong, such as an exception or an
/// instant that goes on for ever.
Result<bool> simulateTraffic(const Program& program, const TrafficConditions& conditions, TrafficClients& clients);

} // namespace awaitscope
