// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

#include <algorithm>

inline namespace AWAITSCOPE_VARIANT {

const std::vector<string> readings = {"A", "B", "C"};

string listed(const std::vector<string>& names)
{
  string text;
  for (const string& name : names)
    text += (text.empty() ? "" : ", ") + name;
  return text;
}

Watchdog::Watchdog(World& world, const Deadline& limit)
{
  async_timeout(world, limit,
                asio::bind_cancellation_slot(
                    timer.slot(), asio::bind_executor(world.executor(), [stopped = operation](boost::system::error_code error) {
                      if (!error)
                        stopped->emit(asio::cancellation_type::terminal);
                    })));
}

Collector::Collector(World& surroundings)
    : world(surroundings)
    , queue(world, "queue", readings.size())
    , println(world)
    , lane(world.lane("sensor"))
    , content(world.lane("readings", "state"))
{
  content.holds("none");
  sends();
}

// By handlers and not by a coroutine, as it is no part of the program: nobody's timeout reaches it.
void Collector::sends()
{
  sleep_for(world, world.parameter("every"),
            asio::bind_executor(world.executor(), [this, span = lane.span("measuring", readings[sent])](boost::system::error_code) mutable {
              span.end();
              queue.try_push(readings[sent++]);
              if (sent < readings.size())
                sends();
            }));
}

bool Collector::more_to_come() const
{
  return sent < readings.size() || !queue.empty();
}

Deadline Collector::limit() const
{
  Deadline left = world.deadline();
  if (reported) {
    left.after.reset();
    left.atWatchedAwait = false;
  } else if (left.after) {
    left.after = std::max(VirtualDuration{}, *left.after - world.now().time_since_epoch());
  }
  return left;
}

void Collector::keep(const string& reading)
{
  println("got ", reading);
  received.push_back(reading);
  content.holds(listed(received));
}

void Collector::report()
{
  reported = true;
  println("report: ", received.size());
  world.effect("report.send", listed(received));
}

/// Three readings, and a report in between.
class Measurement : public Stage, private Collector
{
public:
  explicit Measurement(World& surroundings) : Collector(surroundings) {}

  awaitable<void> run_collector()
  {
    co_await collect();
  }

  awaitable<void> caller() override { return run_collector(); }

  std::vector<TraceCheck> judge(const Trace&) const override { return {sent_is_received_or_queued()}; }

  string callerOutcome() const override { return reported ? "has reported" : "had nothing to report"; }

  string clientOutcome() const override { return received.empty() ? "gets nothing" : "gets " + listed(received); }
  string recipient() const override { return "collect"; }

private:
  TraceCheck sent_is_received_or_queued() const
  {
    const string promise = "A reading that was sent is received, or still in the queue.";
    std::vector<string> lost;
    // First come, first served: those that are still in the queue are the last.
    for (std::size_t i = 0; i < sent - queue.size(); ++i) {
      if (std::ranges::count(received, readings[i]) == 0)
        lost.push_back(readings[i]);
    }
    if (sent == 0)
      return expectIf(false, promise, false, "No reading was sent.");
    if (!lost.empty())
      return expect(promise, false, "Neither received nor in the queue: " + listed(lost));
    return expect(promise, true, "All received");
  }
};

} // namespace AWAITSCOPE_VARIANT

AWAITSCOPE_STAGE(Measurement)
