// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/teaching.hpp"

#include <deque>
#include <utility>
#include <vector>

inline namespace AWAITSCOPE_VARIANT {

/// A connection to a store: requests go out one after the other, and replies come back in the same order. Nothing in a reply says
/// which request it answers. To a request "ann" the store replies "ANN".
class Connection : public std::enable_shared_from_this<Connection>
{
public:
  explicit Connection(World& surroundings);

  /// Completes with void(error_code) when it is open, which takes its time the first time; operation_aborted if it is cancelled
  /// while it waits.
  template <class CompletionToken = asio::use_awaitable_t<>>
  auto async_open(CompletionToken&& token = {})
  {
    return asio::async_initiate<CompletionToken, void(boost::system::error_code)>(
        [self = shared_from_this()](auto handler) {
          self->world.recorder().nameOperation("connection.open");
          Lane::Span span;
          if (!self->is_open)
            span = self->lane.span("connecting", "connecting");
          startOperation(
              self->world.context(), {.duration = self->is_open ? VirtualDuration{} : self->world.parameter("connect")}, std::move(handler),
              [](auto waiting, boost::system::error_code error) { std::move(waiting)(error); },
              [self, span = std::move(span)](boost::system::error_code error) mutable {
                span.end();
                if (!error)
                  self->opened();
              });
        },
        token);
  }

  void send(const string& request) { requests.try_push(request); }

  /// What is on its way goes with it.
  void close() { is_closed = true; }

private:
  void opened();
  void listen();
  void answer(const string& request);

  World& world;
  Lane lane;
  bool is_open = false;
  bool is_closed = false;
  Queue<string> requests;

public:
  Queue<string> replies;
  int unread = 0; ///< replies that are still to come or to be read, for those who count
};

/// Barbara's web service, which asks a store for what its users want to see. Each variant is one definition of query.
class Client
{
public:
  explicit Client(World& surroundings);

  awaitable<string> query(string who);
  awaitable<void> read_replies(); ///< for those who need it

  /// Closes the connection, and takes a new one.
  void discard();
  /// A place for the reply to `who`, behind those of all who asked before.
  std::shared_ptr<Queue<string>> waits(const string& who);

  World& world;
  std::shared_ptr<Connection> connection;
  Println println;
  std::deque<std::shared_ptr<Queue<string>>> waiting;
  std::optional<Task> owner; ///< of the replies
};

/// Discards the connection, unless it is told that all went well.
class Discard
{
public:
  explicit Discard(Client& connected) : client(&connected) {}
  Discard(const Discard&) = delete;
  Discard& operator=(const Discard&) = delete;
  ~Discard()
  {
    if (client)
      client->discard();
  }

  void release() { client = nullptr; }

private:
  Client* client;
};

} // namespace AWAITSCOPE_VARIANT
