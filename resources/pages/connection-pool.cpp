// SPDX-License-Identifier: GPL-3.0-or-later
// # A pool of connections
//
// One connection, two who need it. Who is stopped
// between question and answer leaves the answer in it,
// for the next one to read.
//
// **Try:** let the timeout fire while the first one
// waits for the answer. Then mend it: catch the cancel
// around the await, `discard()` the connection, and
// `throw;` on.

using Connections = std::shared_ptr<Pool>;

awaitable<void> ask(Connections pool, string question)
{
  auto connection = co_await pool->async_acquire();
  string& unread = connection->unread;
  if (!unread.empty())
    println(question, " reads the answer to ", unread);
  expect("each reads his own answer", unread.empty());
  unread = question; // the answer is on its way
  co_await sleep_for(world(), 100ms);
  unread.clear();
  effect("answered", question);
}

awaitable<void> run()
{
  Connections pool =
      std::make_shared<Pool>(world(), "pool", 1);
  co_await ((ask(pool, "first") || timeout())
            && ask(pool, "second"));
}
