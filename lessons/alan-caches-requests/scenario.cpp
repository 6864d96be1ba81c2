// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

#include <algorithm>
#include <utility>

inline namespace AWAITSCOPE_VARIANT {

Service::Service(World& world, Cache& shared, Downstream downstream, VirtualDuration client)
    : cache(shared), http(world, std::move(downstream)), channel(world, client), println(world), spawn(world)
{
}

/// What the caller makes of one request: an answer within the limit.
class Request : public Service
{
public:
  Request(World& world, Cache& shared, Downstream downstream, VirtualDuration client, string asked, Deadline within)
      : Service(world, shared, std::move(downstream), client)
      , key(std::move(asked))
      , limit(within)
  {
  }

  awaitable<void> handle_request()
  {
    winner = co_await race(timeout(limit),
                           get_response(key));

    if (winner == Winner::timeout) {
      println("timeout");
      channel.answer(cache.get_any(key));
    }
  }

  string key;
  Deadline limit;
  std::optional<Winner> winner;
};

/// What `task` hands over.
awaitable<void> Service::keep(string key, string response)
{
  cache.set(key, response);
  println("cached ", response);
  co_return;
}

/// One request, some weeks after the service went live.
class OneRequest : public Stage
{
public:
  explicit OneRequest(World& world)
      : cache(world, 24h)
      , one(world, cache, {[&world] { return world.parameter("downstream"); }, [&world](const string&) { return world.outside("v2"); }},
                world.parameter("client"), "user/42", world.deadline())
  {
    cache.preload(one.key, "v1", 3 * 7 * 24h, "three weeks old");
  }

  awaitable<void> caller() override { return one.handle_request(); }

  std::vector<TraceCheck> judge(const Trace& trace) const override
  {
    return {obtained_is_cached(trace), every_client_is_answered()};
  }

  string callerOutcome() const override
  {
    if (!one.winner)
      return "still waiting";
    return one.winner == Winner::timeout ? "timeout won: answers from the cache" : "get_response won";
  }

  string clientOutcome() const override
  {
    const auto& received = one.channel.received();
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
    return expect("Every client is answered.", one.channel.received().has_value(), "The client never got an answer.");
  }

  Cache cache;
  Request one;
};

/// Weeks of requests: one cache for all of them, and its own downstream and client for each.
class ManyRequests : public TrafficStage
{
public:
  ManyRequests(World& around, TrafficLedger& ledger) : world(around), cache(around, ledger.timeToLive())
  {
    cache.whenSet([&ledger](const string& response) { ledger.store(response); });
  }

  std::unique_ptr<ServedRequest> serve(TrafficRequest& request) override { return std::make_unique<Served>(world, cache, request); }

private:
  class Served : public ServedRequest
  {
  public:
    Served(World& around, Cache& shared, TrafficRequest& asked)
        : request(around, shared, {[&asked] { return asked.ask("downstream"); }, [&asked](const string&) { return asked.respond(); }},
                  asked.time("client"), asked.key, asked.limit)
    {
    }

    awaitable<void> caller() override { return request.handle_request(); }
    std::optional<string> received() const override { return request.channel.received(); }

  private:
    Request request;
  };

  World& world;
  Cache cache;
};

} // namespace AWAITSCOPE_VARIANT

AWAITSCOPE_STAGE(OneRequest, ManyRequests)
