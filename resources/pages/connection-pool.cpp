// SPDX-License-Identifier: GPL-3.0-or-later
// # A pool of connections
//
// One connection, two who need it. Who is stopped between question and answer leaves the answer in it, for the next one to read.
//
// **Try:** let the timeout fire while the first one waits for his answer. Then make him `discard()` a connection that he leaves
// in the middle.

awaitable<void> ask(std::shared_ptr<Pool> pool, string question)
{
  auto connection = co_await pool->async_acquire();
  if (!connection->unread.empty())
    println(question, " reads the answer to ", connection->unread);
  expect("everybody reads his own answer", connection->unread.empty());
  connection->unread = question; // it is on its way
  co_await sleep_for(world(), 100ms);
  connection->unread.clear();
  effect("answered", question);
}

awaitable<void> run()
{
  auto pool = std::make_shared<Pool>(world(), "pool", 1);
  co_await ((ask(pool, "first") || timeout()) && ask(pool, "second"));
}
