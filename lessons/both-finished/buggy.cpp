// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<void> Collector::collect()
{
  while (more_to_come()) {
    auto [winner, reading] = co_await race(timeout(limit()), queue.async_pop()); // mark: race
    if (winner == Winner::timeout) {
      report();
    } else {
      keep(*reading);
    }
  }
}
