// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<void> Server::send_all()
{
  co_await client.connect();
  while (!outbox.empty()) {
    string m = outbox.take();
    println("sending ", m);
    if (queue.try_push(m)) {
      println("sent");
    } else {
      outbox.put_back(std::move(m)); // mark: kept
      co_await pause();
    }
  }
}
