// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/teaching.hpp"

#include <utility>
#include <vector>

inline namespace AWAITSCOPE_VARIANT {

/// "A, C"
string listed(const std::vector<string>& orders, const string& between = ", ");

/// Takes its time for each order. Its lane shows what it works on, and what it has.
class Database
{
public:
  explicit Database(World& surroundings);

  /// Completes with void(error_code) when the order is stored, which stays so even if nobody hears of it; operation_aborted if
  /// it is cancelled while it works, and then it is not stored.
  template <class CompletionToken = asio::use_awaitable_t<>>
  auto async_store(string order, CompletionToken&& token = {})
  {
    return asio::async_initiate<CompletionToken, void(boost::system::error_code)>(
        [this](auto handler, string stored) {
          world.recorder().nameOperation("database.store");
          startOperation(
              world.context(), {.duration = world.parameter("store")}, std::move(handler),
              [](auto waiting, boost::system::error_code error) { std::move(waiting)(error); },
              [this, stored, span = lane.span("storing", stored)](boost::system::error_code error) mutable {
                span.end();
                if (!error)
                  keep(std::move(stored));
              });
        },
        token, std::move(order));
  }

  const std::vector<string>& orders() const { return stored_orders; }

private:
  void keep(string order);

  World& world;
  Lane lane;
  Lane content;
  std::vector<string> stored_orders;
};

/// Barbara's worker, which stores what is ordered. Each variant is one definition of take_orders, which its caller races.
class Worker
{
public:
  explicit Worker(World& surroundings);

  awaitable<void> take_orders();

  bool more_to_come() const;
  awaitable<void> store(string order);

  World& world;
  Queue<string> inbox;
  Database database;
  Println println;
  Spawn spawn;
  std::optional<string> in_hand; ///< out of the inbox, and not stored yet: the caller sees to it when its race is over

protected:
  /// By handlers and not by a coroutine, as it is no part of the program: nobody's timeout reaches it.
  void comes(VirtualDuration after);

  std::size_t came = 0;
};

} // namespace AWAITSCOPE_VARIANT
