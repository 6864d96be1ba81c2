// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/teaching.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/read.hpp>

#include <vector>

inline namespace AWAITSCOPE_VARIANT {

/// "sun, moon"
string listed(const std::vector<string>& several);

/// Of a body: a frame is a digit and so many letters, "4moon". Whatever else stands in its place is taken for one, as a program
/// takes four bytes for a length.
std::size_t length_in(const string& head);

/// Takes bytes as they come, and gives whole frames. Lives longer than whoever reads.
class Parser
{
public:
  void add(const string& bytes) { unread += bytes; }
  std::optional<string> next(); ///< the body of the next frame, if it is there

private:
  string unread;
};

/// Sends frames in two parts, as a network does with what does not fit. Begins again with the first that did not arrive whole
/// when somebody connects anew.
class Server
{
public:
  Server(World& surroundings, const std::vector<string>& received);

  Stream& connect(); ///< what the client reads; until the next one

private:
  void send(std::size_t frame, int connection);
  void write(const string& bytes);

  World& world;
  const std::vector<string>& arrived;
  std::optional<Stream> clients_end;
  std::optional<Stream> own_end;
  int connections = 0;
};

/// Grace's client, which reads frames. Each variant is one definition of read_frames.
class Client
{
public:
  explicit Client(World& surroundings);

  awaitable<void> read_frames();
  awaitable<void> read_for_ever(); ///< for those who need it

  bool more_to_come() const;
  void got(const string& body);
  /// Closes the connection, and makes another one.
  void hang_up();

  World& world;
  std::vector<string> received;
  Server server;
  Stream* stream; ///< to the server; never null
  Println println;
  Parser parser;
  std::optional<Queue<string>> frames; ///< for those who need it
  std::optional<Task> reader;

private:
  Lane lane; ///< what it has got
};

/// Hangs up, unless it is told that all went well.
class Hangup
{
public:
  explicit Hangup(Client& connected) : client(&connected) {}
  Hangup(const Hangup&) = delete;
  Hangup& operator=(const Hangup&) = delete;
  ~Hangup()
  {
    if (client)
      client->hang_up();
  }

  void release() { client = nullptr; }

private:
  Client* client;
};

} // namespace AWAITSCOPE_VARIANT
