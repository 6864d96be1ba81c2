// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/worker/clock.hpp"

#include "core/sim/virtual_context.hpp"
#include "core/time/standard_clocks.hpp"

#include <chrono>
#include <ctime>

namespace awaitscope::worker {

namespace {

// now() has no argument by which it could find the run; of which there is one at a time.
const VirtualContext* shown = nullptr;

std::chrono::nanoseconds realTime(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

template <class Clock>
typename Clock::time_point timeOf(clockid_t real)
{
    return shown ? timeOn<Clock>(shown->now()) : typename Clock::time_point{realTime(real)};
}

} // namespace

void showTimeOf(const VirtualContext* context) { shown = context; }

} // namespace awaitscope::worker

// In the place of the C++ library's own: a module finds these first, since this program shows its symbols.
// high_resolution_clock is one of the two.
std::chrono::steady_clock::time_point std::chrono::steady_clock::now() noexcept
{
    return awaitscope::worker::timeOf<std::chrono::steady_clock>(CLOCK_MONOTONIC);
}

std::chrono::system_clock::time_point std::chrono::system_clock::now() noexcept
{
    return awaitscope::worker::timeOf<std::chrono::system_clock>(CLOCK_REALTIME);
}
