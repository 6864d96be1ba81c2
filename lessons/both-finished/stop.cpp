// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<void> Collector::collect()
{
  while (more_to_come()) {
    Watchdog watchdog{world, limit()};
    auto [error, reading] = co_await queue.async_pop(watchdog.stops()); // mark: stop
    if (error) {
      report();
    } else {
      keep(reading);
    }
  }
}
