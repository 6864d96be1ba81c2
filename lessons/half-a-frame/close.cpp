// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<void> Client::read_frames()
{
  while (more_to_come()) {
    Hangup hangup{*this}; // mark: hangup
    string head(1, ' ');
    co_await asio::async_read(*stream, asio::buffer(head), asio::use_awaitable);
    string body(length_in(head), ' ');
    co_await asio::async_read(*stream, asio::buffer(body), asio::use_awaitable);
    got(body);
    hangup.release();
  }
}
