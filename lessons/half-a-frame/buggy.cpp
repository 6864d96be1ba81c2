// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<void> Client::read_frames()
{
  while (more_to_come()) {
    string head(1, ' ');
    co_await asio::async_read(*stream, asio::buffer(head), asio::use_awaitable); // mark: head
    string body(length_in(head), ' ');
    println("a frame of ", body.size());
    co_await asio::async_read(*stream, asio::buffer(body), asio::use_awaitable); // mark: body
    got(body);
  }
}
