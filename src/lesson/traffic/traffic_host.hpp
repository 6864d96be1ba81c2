// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/traffic/traffic.hpp"

namespace awaitscope {

/// A VariantHost that serves traffic as well: whoever runs a variant elsewhere may be one.
class TrafficHost
{
public:
    TrafficHost() = default;
    TrafficHost(const TrafficHost&) = delete;
    TrafficHost& operator=(const TrafficHost&) = delete;
    virtual ~TrafficHost() = default;

    /// As serveTraffic(), of the variant that it runs; from any thread, beside its runs. Errors also what a process of its own can die
    /// of (Diagnostic::isFault).
    virtual Result<std::optional<TrafficTally>> serve(const TrafficOrder& order, const TrafficObserver& observer) = 0;
};

} // namespace awaitscope
