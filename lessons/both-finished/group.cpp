// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

using asio::experimental::make_parallel_group;
using asio::experimental::wait_for_one;

awaitable<void> Collector::collect()
{
  while (more_to_come()) {
    auto both = make_parallel_group(async_timeout(world, limit(), asio::deferred), queue.async_pop(asio::deferred));
    auto [order, late, error, reading] = co_await both.async_wait(wait_for_one{}, asio::use_awaitable);
    if (!error) {
      keep(reading); // mark: both
    }
    if (!late) {
      report();
    }
  }
}
