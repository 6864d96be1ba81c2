// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<string> Client::query(string who)
{
  if (!owner) {
    owner.emplace(world, "owner", read_replies());
  }
  co_await connection->async_open();
  println("ask for ", who);
  auto own = waits(who);
  connection->send(who);
  string reply = co_await own->async_pop();
  co_return reply;
}

awaitable<void> Client::read_replies()
{
  for (;;) {
    string reply = co_await connection->replies.async_pop();
    waiting.front()->try_push(reply); // mark: owner
    waiting.pop_front();
  }
}
