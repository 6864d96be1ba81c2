// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<void> Service::get_response(string key)
{
  if (auto hit = cache.get(key)) {
    co_await channel.send(*hit);
    co_return;
  }
  println("miss ", key);
  auto response = co_await http.make_request(key);
  println("got ", response);
  channel.send(response, asio::detached);
  cache.set(key, response); // mark: write
  println("cached ", response);
}
