// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<string> Client::query(string who)
{
  co_await connection->async_open();
  println("ask for ", who);
  connection->send(who); // mark: send
  string reply = co_await connection->replies.async_pop(); // mark: reply
  co_return reply;
}
