// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

#include <algorithm>

inline namespace AWAITSCOPE_VARIANT {

const std::vector<string> ordered = {"A", "B", "C"};

string listed(const std::vector<string>& orders, const string& between)
{
  string text;
  for (const string& order : orders)
    text += (text.empty() ? "" : between) + order;
  return text;
}

Database::Database(World& surroundings)
    : world(surroundings)
    , lane(world.lane("database"))
    , content(world.lane("orders", "state"))
{
  content.holds("none");
}

void Database::keep(string order)
{
  stored_orders.push_back(std::move(order));
  content.holds(listed(stored_orders, " "));
}

Worker::Worker(World& surroundings)
    : world(surroundings)
    , inbox(world, "inbox", ordered.size())
    , database(world)
    , println(world)
    , spawn(world)
{
  comes(50ms);
}

void Worker::comes(VirtualDuration after)
{
  sleep_for(world, after, asio::bind_executor(world.executor(), [this](boost::system::error_code) {
              inbox.try_push(ordered[came++]);
              if (came < ordered.size())
                comes(world.parameter("next"));
            }));
}

bool Worker::more_to_come() const
{
  return came < ordered.size() || !inbox.empty();
}

awaitable<void> Worker::store(string order)
{
  co_await database.async_store(order);
  println("stored ", order);
}

/// A morning in which three orders come, and once it is time to reload the settings.
class Morning : public Stage, private Worker
{
public:
  explicit Morning(World& surroundings) : Worker(surroundings) {}

  awaitable<void> run_worker()
  {
    do {
      winner = co_await race(timeout(limit()), take_orders());
      if (winner == Winner::timeout)
        reload();
      if (in_hand)
        co_await store(*std::exchange(in_hand, std::nullopt));
    } while (more_to_come());
  }

  awaitable<void> caller() override { return run_worker(); }

  std::vector<TraceCheck> judge(const Trace&) const override { return {taken_is_stored()}; }

  string callerOutcome() const override
  {
    return reloaded ? "reloads the settings, and goes on" : "has nothing to reload";
  }

  string clientOutcome() const override
  {
    return database.orders().empty() ? "finds nothing stored" : "finds " + listed(database.orders()) + " stored";
  }

  string recipient() const override { return "Barbara"; }

private:
  /// Until it is time to reload, which is once. Who does not look at the clock just then sees it when he looks again.
  Deadline limit() const
  {
    Deadline left = world.deadline();
    if (reloaded) {
      left.after.reset();
      left.atWatchedAwait = false;
    } else if (left.after) {
      left.after = std::max(VirtualDuration{}, *left.after - world.now().time_since_epoch());
    }
    return left;
  }

  void reload()
  {
    reloaded = true;
    println("reload");
    world.effect("settings.reload");
  }

  /// When nothing is left to run. First come, first served, so that those that are not in the inbox any more are the first.
  TraceCheck taken_is_stored() const
  {
    const string promise = "An order that was taken out of the inbox is stored.";
    std::vector<string> lost;
    std::vector<string> twice;
    for (std::size_t i = 0; i < came - inbox.size(); ++i) {
      const auto times = std::ranges::count(database.orders(), ordered[i]);
      if (times != 1)
        (times == 0 ? lost : twice).push_back(ordered[i]);
    }
    if (came == inbox.size())
      return expectIf(false, promise, false, "No order was taken.");
    if (!lost.empty())
      return expect(promise, false, "Neither in the inbox nor stored: " + listed(lost));
    if (!twice.empty())
      return expect(promise, true, "Stored twice: " + listed(twice), "stored twice");
    return expect(promise, true, "All stored");
  }

  std::optional<Winner> winner;
  bool reloaded = false;
};

} // namespace AWAITSCOPE_VARIANT

AWAITSCOPE_STAGE(Morning)
