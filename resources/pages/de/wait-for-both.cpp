// SPDX-License-Identifier: GPL-3.0-or-later
// # Auf beide warten
//
// `&&` wartet auf zwei Koroutinen und bricht die eine ab, wenn die andere scheitert. Hier scheitert die zweite bei 100 ms, wenn die
// erste fertig ist.
//
// **Probiere:** Gib der ersten 200 ms. Wird sie fertig? Wessen Fehler sieht `run()`, und was sieht es, wenn die Flagge beide abbricht?

awaitable<void> first()
{
  asio::steady_timer t(co_await asio::this_coro::executor, 80ms);
  co_await t.async_wait(asio::use_awaitable);
  effect("A ist fertig");
}

awaitable<void> second()
{
  asio::steady_timer t(co_await asio::this_coro::executor, 100ms);
  co_await t.async_wait(asio::use_awaitable);
  throw std::runtime_error("B ist gescheitert");
}

awaitable<void> run()
{
  try {
    co_await (first() && second());
  } catch (const std::exception& error) {
    println("run sieht: ", error.what());
  }
}
