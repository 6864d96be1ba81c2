// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<string> Client::query(string who)
{
  co_await connection->async_open();
  println("ask for ", who);
  Discard discard{*this}; // mark: discard
  connection->send(who);
  string reply = co_await connection->replies.async_pop();
  discard.release();
  co_return reply;
}
