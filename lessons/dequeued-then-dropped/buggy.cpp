// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<void> Worker::take_orders()
{
  while (more_to_come()) {
    string order = co_await inbox.async_pop(); // mark: taken
    println("got ", order);
    co_await database.async_store(order); // mark: store
    println("stored ", order);
  }
}
