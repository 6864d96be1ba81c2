// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/teaching.hpp"

#include <deque>
#include <utility>

inline namespace AWAITSCOPE_VARIANT {

/// "C, D"
string listed(const std::deque<string>& messages, const string& between = ", ");

/// What the server still has to send. Its lane shows it.
class Outbox
{
public:
  Outbox(World& surroundings, std::deque<string> unsent);

  bool empty() const { return messages.empty(); }
  const string& first() const { return messages.front(); }
  string take(); ///< the first one
  void put_back(string message); ///< behind the others

  /// Writes down what is left, for the next start: the effect "outbox.save".
  void save();

  const std::deque<string>& saved() const { return on_disk; }

private:
  void show() const { lane.holds(messages.empty() ? "empty" : listed(messages, " ")); }

  World& world;
  Lane lane;
  std::deque<string> messages;
  std::deque<string> on_disk;
};

/// The other end: takes one message after the other out of the queue, and its time for each.
class Client
{
public:
  Client(World& surroundings, Queue<string>& incoming);

  /// Completes with void(error_code) when the client is connected; operation_aborted if it is cancelled.
  template <class CompletionToken = asio::use_awaitable_t<>>
  auto connect(CompletionToken&& token = {})
  {
    return asio::async_initiate<CompletionToken, void(boost::system::error_code)>(
        [this](auto handler) {
          world.recorder().nameOperation("client.connect");
          startOperation(
              world.context(), {.duration = world.parameter("connect")}, std::move(handler),
              [](auto waiting, boost::system::error_code error) { std::move(waiting)(error); },
              // When it is connected, and not when its coroutine is resumed.
              [span = lane.span("connecting", "connecting")](boost::system::error_code) mutable { span.end(); });
        },
        token);
  }

  const std::deque<string>& received() const { return handled; }

private:
  void receive();
  void handle(string message);

  World& world;
  Queue<string>& queue;
  Lane lane;
  std::deque<string> handled;
};

/// Grace's server, as far as it sends what it has for one client. Each variant is one definition of send_all.
class Server
{
public:
  explicit Server(World& surroundings);

  awaitable<void> send_all();

  auto pause() { return sleep_for(world, 120ms); }

  World& world;
  Outbox outbox;
  Queue<string> queue;
  Client client;
  Println println;
};

} // namespace AWAITSCOPE_VARIANT
