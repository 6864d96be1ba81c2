// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<void> Worker::take_orders()
{
  while (more_to_come()) {
    string order = co_await inbox.async_pop();
    println("got ", order);
    spawn(store(order)); // mark: task
  }
}
