// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/wait_traits.hpp>

#include <chrono>

namespace awaitscope {

/// Asio's own way to wait, under another name.
struct RealWait : boost::asio::wait_traits<std::chrono::steady_clock>
{
};

/// A timer of real time. Not asio::steady_timer, for which core/sim/standard_timers.hpp specialises what is behind it: two
/// meanings of one type in a program are one too many.
using RealTimer = boost::asio::basic_waitable_timer<std::chrono::steady_clock, RealWait>;

} // namespace awaitscope
