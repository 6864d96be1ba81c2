// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

#include <algorithm>
#include <cctype>

inline namespace AWAITSCOPE_VARIANT {

constexpr std::size_t most = 8; // requests on their way, more than there are

string replyTo(string request)
{
  std::ranges::transform(request, request.begin(), [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
  return request;
}

Connection::Connection(World& surroundings)
    : world(surroundings)
    , lane(world.lane("store"))
    , requests(world, "requests", most)
    , replies(world, "replies", most)
{
}

void Connection::opened()
{
  if (!std::exchange(is_open, true))
    listen();
}

// By handlers and not by a coroutine, as it is no part of the program: nobody's timeout reaches it.
void Connection::listen()
{
  requests.async_pop(asio::bind_executor(world.executor(), [self = shared_from_this()](boost::system::error_code error, const string& request) {
    if (!error && !self->is_closed)
      self->answer(request);
  }));
}

void Connection::answer(const string& request)
{
  sleep_for(world, world.parameter("answer"),
            asio::bind_executor(world.executor(), [self = shared_from_this(), request,
                                                   span = lane.span("looking up", request)](boost::system::error_code) mutable {
              span.end();
              if (self->is_closed)
                return;
              self->replies.try_push(replyTo(request));
              self->listen();
            }));
}

Client::Client(World& surroundings)
    : world(surroundings)
    , connection(std::make_shared<Connection>(world))
    , println(world)
{
}

void Client::discard()
{
  println("discard");
  connection->close();
  connection = std::make_shared<Connection>(world);
}

std::shared_ptr<Queue<string>> Client::waits(const string& who)
{
  auto place = std::make_shared<Queue<string>>(world, "for " + who, 1);
  waiting.push_back(place);
  return place;
}

/// Three users, one after the other, of whom the first does not wait for ever.
class ThreeUsers : public Stage, private Client
{
public:
  explicit ThreeUsers(World& surroundings)
      : Client(surroundings)
      , limit(world.deadline())
      , page(world.lane("users", "state"))
  {
    page.holds("nobody");
  }

  awaitable<void> serve()
  {
    auto [winner, reply] = co_await race(timeout(limit), query("ann"));
    show("ann", winner == Winner::work ? *reply : "");
    for (const string who : {"bob", "cid"}) {
      string next = co_await query(who);
      show(who, next);
    }
  }

  awaitable<void> caller() override { return serve(); }

  std::vector<TraceCheck> judge(const Trace&) const override { return {reply_answers_its_request()}; }

  string callerOutcome() const override
  {
    return shown.size() < 3 ? "still waiting" : shown.front().second.empty() ? "ann gives up" : "all three are answered";
  }

  string clientOutcome() const override
  {
    string text;
    for (const auto& [who, reply] : shown) {
      if (!reply.empty())
        text += (text.empty() ? "" : ", ") + who + " gets " + reply;
    }
    return text.empty() ? "nobody gets anything" : text;
  }

  string recipient() const override { return {}; } // each is named

private:
  void show(const string& who, const string& reply)
  {
    shown.emplace_back(who, reply);
    if (!reply.empty())
      page.holds(who + ": " + reply);
    println(who, reply.empty() ? " gives up" : " gets " + reply);
  }

  TraceCheck reply_answers_its_request() const
  {
    const string promise = "Each reply answers its own request.";
    bool is_any = false;
    for (const auto& [who, reply] : shown) {
      if (!reply.empty() && reply != replyTo(who))
        return expect(promise, false, who + " was shown " + reply + ".");
      is_any = is_any || !reply.empty();
    }
    return expectIf(is_any, promise, true, is_any ? "Everybody was shown what is theirs." : "Nobody was shown anything.");
  }

  Deadline limit;
  std::vector<std::pair<string, string>> shown; ///< to whom, and what; empty: that one gave up
  Lane page;                                    ///< what is on the screen of the one who was answered last
};

} // namespace AWAITSCOPE_VARIANT

AWAITSCOPE_STAGE(ThreeUsers)
