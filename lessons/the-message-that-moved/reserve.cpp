// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<void> Server::send_all()
{
  co_await client.connect();
  while (!outbox.empty()) {
    auto p = co_await queue.async_reserve(); // mark: reserve
    string m = outbox.take();
    println("sending ", m);
    p.send(std::move(m));
    println("sent");
  }
}
