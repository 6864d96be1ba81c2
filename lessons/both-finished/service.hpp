// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/teaching.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>

#include <vector>

inline namespace AWAITSCOPE_VARIANT {

/// "A, C"
string listed(const std::vector<string>& names);

/// Stops one operation when the timeout fires, and nothing but that operation: one that has completed keeps what it has.
class Watchdog
{
public:
  Watchdog(World& world, const Deadline& limit);
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;
  ~Watchdog() { timer.emit(asio::cancellation_type::all); }

  /// A completion token: an awaitable of a tuple of error and value, which this can stop.
  auto stops() { return asio::bind_cancellation_slot(operation->slot(), asio::as_tuple(asio::use_awaitable)); }

private:
  // The timer can have fired already, and its handler be in the queue, when this goes.
  std::shared_ptr<asio::cancellation_signal> operation = std::make_shared<asio::cancellation_signal>();
  asio::cancellation_signal timer;
};

/// Alan's collector of what a sensor sends, which reports once in a while what it has. Each variant is one definition of collect.
class Collector
{
public:
  explicit Collector(World& surroundings);

  awaitable<void> collect();

  bool more_to_come() const;
  /// Until it is time to report, which is once.
  Deadline limit() const;
  void keep(const string& reading);
  /// The effect "report.send".
  void report();

  World& world;
  Queue<string> queue;
  Println println;

protected:
  std::vector<string> received;
  std::size_t sent = 0;
  bool reported = false;

private:
  void sends();

  Lane lane;    ///< the sensor's
  Lane content; ///< what was received
};

} // namespace AWAITSCOPE_VARIANT
