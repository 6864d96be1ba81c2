// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

awaitable<void> Client::read_frames()
{
  while (more_to_come()) {
    string some(8, ' ');
    some.resize(co_await stream->async_read_some(asio::buffer(some)));
    parser.add(some); // mark: parser
    while (auto body = parser.next()) {
      got(*body);
    }
  }
}
