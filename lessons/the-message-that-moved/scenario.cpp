// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

#include <algorithm>

inline namespace AWAITSCOPE_VARIANT {

const std::deque<string> written = {"A", "B", "C", "D"};

string listed(const std::deque<string>& messages, const string& between)
{
  string text;
  for (const string& message : messages)
    text += (text.empty() ? "" : between) + message;
  return text;
}

Outbox::Outbox(World& surroundings, std::deque<string> unsent)
    : world(surroundings)
    , lane(world.lane("outbox", "state"))
    , messages(std::move(unsent))
{
  show();
}

string Outbox::take()
{
  string message = std::move(messages.front());
  messages.pop_front();
  show();
  return message;
}

void Outbox::put_back(string message)
{
  messages.push_back(std::move(message));
  show();
}

void Outbox::save()
{
  on_disk = messages;
  world.effect("outbox.save", listed(messages));
}

Client::Client(World& surroundings, Queue<string>& incoming)
    : world(surroundings)
    , queue(incoming)
    , lane(world.lane("client"))
{
  receive();
}

// By handlers and not by a coroutine, as it is no part of the program: nobody's timeout reaches it.
void Client::receive()
{
  queue.async_pop(asio::bind_executor(world.executor(), [this](boost::system::error_code error, string message) {
    if (!error)
      handle(std::move(message));
  }));
}

void Client::handle(string message)
{
  Lane::Span span = lane.span("reading", message);
  sleep_for(world, world.parameter("client"),
            asio::bind_executor(world.executor(), [this, message, span = std::move(span)](boost::system::error_code) mutable {
              span.end();
              handled.push_back(message);
              receive();
            }));
}

Server::Server(World& surroundings)
    : world(surroundings)
    , outbox(world, written)
    , queue(world, "queue", 1)
    , client(world, queue)
    , println(world)
{
}

/// The server stops. What it cannot send in time waits on disk for the next start.
class Shutdown : public Stage, private Server
{
public:
  explicit Shutdown(World& surroundings) : Server(surroundings), limit(world.deadline()) {}

  awaitable<void> shut_down()
  {
    winner = co_await race(timeout(limit),
                           send_all());

    if (winner == Winner::timeout) {
      println("timeout");
      outbox.save();
    }
  }

  awaitable<void> caller() override { return shut_down(); }

  std::vector<TraceCheck> judge(const Trace&) const override { return {every_message_is_somewhere()}; }

  string callerOutcome() const override
  {
    if (!winner)
      return "still waiting";
    return winner == Winner::timeout ? "timeout won: saves what is left" : "send_all won";
  }

  string clientOutcome() const override
  {
    return client.received().empty() ? "gets nothing" : "gets " + listed(client.received());
  }

private:
  /// Produced = delivered + still held, when nothing is left to run: a message that nobody will ever handle is none of both.
  TraceCheck every_message_is_somewhere() const
  {
    const string promise = "Every message is delivered or kept, and only once.";
    std::deque<string> lost;
    std::deque<string> twice;
    for (const string& message : written) {
      const auto places = std::ranges::count(client.received(), message) + std::ranges::count(outbox.saved(), message);
      if (places != 1)
        (places == 0 ? lost : twice).push_back(message);
    }
    if (!lost.empty())
      return expect(promise, false, "Neither delivered nor kept: " + listed(lost));
    if (!twice.empty())
      return expect(promise, false, "Kept and delivered too: " + listed(twice), "twice");
    if (outbox.saved().empty())
      return expect(promise, true, "All delivered");
    return expect(promise, true, "Kept: " + listed(outbox.saved()));
  }

  Deadline limit;
  std::optional<Winner> winner;
};

} // namespace AWAITSCOPE_VARIANT

AWAITSCOPE_STAGE(Shutdown)
