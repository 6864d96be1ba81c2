// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/world.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace awaitscope {

/// Waits for `duration` of virtual time. Completes with void(error_code): operation_aborted if it is cancelled, which
/// it can be with every type of cancellation.
template <class CompletionToken = boost::asio::use_awaitable_t<>>
auto sleep_for(World& world, VirtualDuration duration, CompletionToken&& token = {})
{
    return boost::asio::async_initiate<CompletionToken, void(boost::system::error_code)>(
        [&world, duration](auto handler) {
            world.recorder().nameOperation("sleep_for");
            startOperation(world.context(), {.duration = duration}, std::move(handler),
                           [](auto waiting, boost::system::error_code error) { std::move(waiting)(error); });
        },
        token);
}

} // namespace awaitscope
