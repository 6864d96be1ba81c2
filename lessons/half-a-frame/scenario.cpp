// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

#include <algorithm>

inline namespace AWAITSCOPE_VARIANT {

const std::vector<string> words = {"sun", "moon", "stars"};

string listed(const std::vector<string>& several)
{
  string text;
  for (const string& each : several)
    text += (text.empty() ? "" : ", ") + each;
  return text;
}

std::size_t length_in(const string& head)
{
  return static_cast<unsigned char>(head[0] - '0');
}

std::optional<string> Parser::next()
{
  if (unread.empty() || unread.size() <= length_in(unread))
    return std::nullopt;
  const std::size_t length = length_in(unread);
  string body = unread.substr(1, length);
  unread.erase(0, 1 + length);
  return body;
}

Server::Server(World& surroundings, const std::vector<string>& received)
    : world(surroundings)
    , arrived(received)
{
}

Stream& Server::connect()
{
  // First the ends of the old connection go: what was in it is gone.
  clients_end.reset();
  own_end.reset();
  auto [client, server] = Stream::connected(world, "stream", "server");
  clients_end.emplace(std::move(client));
  own_end.emplace(std::move(server));
  const int connection = ++connections;
  sleep_for(world, connection == 1 ? VirtualDuration{50ms} : world.parameter("next"),
            asio::bind_executor(world.executor(), [this, connection](boost::system::error_code) { send(arrived.size(), connection); }));
  return *clients_end;
}

// By handlers and not by a coroutine, as it is no part of the program: nobody's timeout reaches it.
void Server::send(std::size_t frame, int connection)
{
  if (connection != connections || frame == words.size())
    return;
  const string& word = words[frame];
  const std::size_t half = word.size() / 2;
  write(std::to_string(word.size()) + word.substr(0, half));
  sleep_for(world, world.parameter("rest"),
            asio::bind_executor(world.executor(), [this, frame, connection, rest = word.substr(half)](boost::system::error_code) {
              if (connection != connections)
                return;
              write(rest);
              sleep_for(world, world.parameter("next"),
                        asio::bind_executor(world.executor(), [this, frame, connection](boost::system::error_code) {
                          send(frame + 1, connection);
                        }));
            }));
}

void Server::write(const string& bytes)
{
  own_end->async_write_some(asio::buffer(bytes), asio::bind_executor(world.executor(), [](boost::system::error_code, std::size_t) {}));
}

Client::Client(World& surroundings)
    : world(surroundings)
    , server(world, received)
    , stream(&server.connect())
    , println(world)
    , lane(world.lane("got", "state"))
{
  lane.holds("nothing");
}

bool Client::more_to_come() const
{
  return received.size() < words.size();
}

void Client::got(const string& body)
{
  println("got ", body);
  received.push_back(body);
  lane.holds(listed(received));
}

void Client::hang_up()
{
  println("hang up");
  stream = &server.connect();
}

/// A client that reads, and once in between says that it is still there.
class Evening : public Stage, private Client
{
public:
  explicit Evening(World& surroundings) : Client(surroundings), limit(world.deadline()) {}

  awaitable<void> run_client()
  {
    winner = co_await race(timeout(limit), read_frames());
    if (winner == Winner::timeout) {
      ping();
      co_await read_frames();
    }
  }

  awaitable<void> caller() override { return run_client(); }

  std::vector<TraceCheck> judge(const Trace&) const override { return {frames_stay_whole()}; }

  string callerOutcome() const override
  {
    return winner == Winner::timeout ? "says that it is there, and reads on" : "reads all along";
  }

  string clientOutcome() const override { return received.empty() ? "gets nothing" : "gets " + listed(received); }

private:
  void ping()
  {
    println("ping");
    world.effect("client.ping");
  }

  TraceCheck frames_stay_whole() const
  {
    const string promise = "Every frame arrives whole and once.";
    if (received == words)
      return expect(promise, true, "All frames arrived");
    std::vector<string> missing;
    for (const string& word : words) {
      if (std::find(received.begin(), received.end(), word) == received.end())
        missing.push_back(std::to_string(word.size()) + word);
    }
    return expect(promise, false, "Never read as a frame: " + listed(missing));
  }

  Deadline limit;
  std::optional<Winner> winner;
};

} // namespace AWAITSCOPE_VARIANT

AWAITSCOPE_STAGE(Evening)
