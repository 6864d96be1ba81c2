// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<void> Worker::take_orders()
{
  in_hand = co_await inbox.async_pop(); // mark: receive
  println("got ", *in_hand);
}
