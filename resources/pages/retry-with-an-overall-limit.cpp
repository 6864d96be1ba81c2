// SPDX-License-Identifier: GPL-3.0-or-later
// # Retry, with a limit over all
//
// Each try takes 100 ms and fails, the third one works. Between tries it waits, every time twice as long. The limit is one timer
// for all of it, not one for each try.
//
// **Try:** where must the flag stand so that the third try is begun and not finished? Put `timeout()` inside the loop instead.

struct Failed
{
  int number;
};

awaitable<void> attempt(int number)
{
  asio::steady_timer t(co_await asio::this_coro::executor, 100ms);
  co_await t.async_wait(asio::use_awaitable);
  if (number < 3)
    throw Failed{number};
  effect("sent");
}

awaitable<void> retrying()
{
  auto pause = 50ms;
  for (int number = 1;; ++number) {
    bool isDone = false;
    try {
      co_await attempt(number);
      isDone = true;
    } catch (const Failed& failed) { // and not a cancel, which must go on
      println("try ", failed.number, " failed");
    }
    if (isDone)
      co_return;
    asio::steady_timer t(co_await asio::this_coro::executor, pause);
    co_await t.async_wait(asio::use_awaitable);
    pause *= 2;
  }
}

awaitable<void> run()
{
  auto winner = co_await (retrying() || timeout());
  println(winner.index() == 0 ? "sent" : "given up");
}
