// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

#include <algorithm>

inline namespace AWAITSCOPE_VARIANT {

const string key = "user/42";

Service::Service(World& world)
    : cache(world, 24h)
    , http(world, world.parameter("downstream"), [&world](const string&) { return world.outside("v2"); })
    , channel(world, world.parameter("client"))
    , println(world)
{
  cache.preload(key, "v1", 3 * 7 * 24h, "three weeks old");
}

/// One request, some weeks after the service went live.
class OneRequest : public Stage, private Service
{
public:
  explicit OneRequest(World& world) : Service(world), limit(world.deadline()) {}

  awaitable<void> handle_request()
  {
    winner = co_await race(timeout(limit),
                           get_response(key));

    if (winner == Winner::timeout) {
      println("timeout");
      channel.answer(cache.get_any(key));
    }
  }

  awaitable<void> caller() override { return handle_request(); }

  std::vector<TraceCheck> judge(const Trace& trace) const override
  {
    return {obtained_is_cached(trace), every_client_is_answered()};
  }

  string callerOutcome() const override
  {
    if (!winner)
      return "still waiting";
    return winner == Winner::timeout ? "timeout won: answers from the cache" : "get_response won";
  }

  string clientOutcome() const override
  {
    const auto& received = channel.received();
    return received ? "gets " + *received : "gets nothing";
  }

private:
  /// Obtained: a request resumed with a value, in get_response or in whatever it calls. Judged when nothing is left to run.
  TraceCheck obtained_is_cached(const Trace& trace) const
  {
    const string promise = "A response that was obtained is cached.";
    const auto request = std::find_if(trace.awaits.begin(), trace.awaits.end(), [](const TraceAwait& await) {
      return await.what == "http.make_request";
    });
    if (request != trace.awaits.end() && request->how == AwaitEnd::dropped && request->completed)
      return expectIf(false, promise, false, "v2 was on its way when get_response was dropped.",
                      "lost on its way");
    if (request == trace.awaits.end() || request->how != AwaitEnd::resumed || request->error)
      return expectIf(false, promise, false, "No response was obtained: there was nothing to cache.");

    const auto write = std::find_if(trace.effects.begin(), trace.effects.end(), [&](const TraceEffect& effect) {
      return effect.what == "cache.set" && effect.at >= *request->end;
    });
    const string obtained = "v2 was obtained at " + toReadableText(*request->end);
    if (write == trace.effects.end())
      return expect(promise, false, obtained + ", and cache.set never ran.");
    return expect(promise, true, obtained + ", and cache.set ran at " + toReadableText(write->at) + ".");
  }

  TraceCheck every_client_is_answered() const
  {
    return expect("Every client is answered.", channel.received().has_value(), "The client never got an answer.");
  }

  Deadline limit;
  std::optional<Winner> winner;
};

} // namespace AWAITSCOPE_VARIANT

AWAITSCOPE_STAGE(OneRequest)
