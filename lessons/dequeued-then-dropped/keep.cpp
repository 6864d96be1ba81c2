// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<void> Worker::take_orders()
{
  while (more_to_come()) {
    in_hand = co_await inbox.async_pop();
    println("got ", *in_hand);
    co_await database.async_store(*in_hand);
    println("stored ", *in_hand);
    in_hand.reset(); // mark: done
  }
}
