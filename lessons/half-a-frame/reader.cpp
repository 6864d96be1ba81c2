// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<void> Client::read_frames()
{
  if (!reader) {
    frames.emplace(world, "frames", 3);
    reader.emplace(world, "reader", read_for_ever()); // mark: reader
  }
  while (more_to_come()) {
    string body = co_await frames->async_pop();
    got(body);
  }
}

awaitable<void> Client::read_for_ever()
{
  for (;;) {
    string head(1, ' ');
    co_await asio::async_read(*stream, asio::buffer(head), asio::use_awaitable);
    string body(length_in(head), ' ');
    co_await asio::async_read(*stream, asio::buffer(body), asio::use_awaitable);
    frames->try_push(body);
  }
}
