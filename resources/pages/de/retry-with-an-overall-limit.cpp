// SPDX-License-Identifier: GPL-3.0-or-later
// # Noch einmal, mit einer Grenze für alles
//
// Jeder Versuch dauert 100 ms und scheitert, der dritte gelingt. Zwischen den Versuchen wartet es, jedes Mal doppelt so lange. Die
// Grenze ist ein Timer für alles, nicht einer für jeden Versuch.
//
// **Probiere:** Wo muss die Flagge stehen, damit der dritte Versuch begonnen wird und nicht fertig? Setz stattdessen `timeout()` in
// die Schleife.

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
  effect("gesendet");
}

awaitable<void> retrying()
{
  auto pause = 50ms;
  for (int number = 1;; ++number) {
    bool isDone = false;
    try {
      co_await attempt(number);
      isDone = true;
    } catch (const Failed& failed) { // und kein Abbruch, der weitergehen muss
      println("Versuch ", failed.number, " ist gescheitert");
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
  println(winner.index() == 0 ? "gesendet" : "aufgegeben");
}
