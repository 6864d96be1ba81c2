// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<void> Server::send_all()
{
  co_await client.connect();
  while (!outbox.empty()) {
    string m = outbox.take();
    println("sending ", m);
    co_await queue.async_push(std::move(m)); // mark: moved
    println("sent");
  }
}
