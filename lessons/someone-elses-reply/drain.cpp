// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<string> Client::query(string who)
{
  co_await connection->async_open();
  while (connection->unread > 0) {
    string stale = co_await connection->replies.async_pop(); // mark: drain
    --connection->unread;
    println("skip ", stale);
  }
  println("ask for ", who);
  connection->send(who);
  ++connection->unread;
  string reply = co_await connection->replies.async_pop();
  --connection->unread;
  co_return reply;
}
