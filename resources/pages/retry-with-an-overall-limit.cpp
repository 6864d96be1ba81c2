// SPDX-License-Identifier: GPL-3.0-or-later
// # Retry, with a limit over all
//
// Each try takes 100 ms. Two fail, the third one works.
// Between tries it waits, every time twice as long. The
// limit is one timer for all of it, not one for each
// try.
//
// **Try:** where must the flag stand so that the third
// try is begun and not finished? Then leave out `pause
// *= 2;`: how much earlier is it sent?

struct Failed {};

awaitable<void> attempt(int number)
{
  co_await sleep_for(world(), 100ms);
  if (number < 3)
    throw Failed{};
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
    } catch (const Failed&) {
      println("try ", number, " failed");
    } // and a cancel goes on
    if (isDone)
      co_return;
    co_await sleep_for(world(), pause);
    pause *= 2;
  }
}

awaitable<void> run()
{
  auto winner = co_await (retrying() || timeout());
  const bool isSent = winner.index() == 0;
  println(isSent ? "done" : "given up");
}
