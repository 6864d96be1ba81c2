// SPDX-License-Identifier: GPL-3.0-or-later
// # Aufräumen, das wartet
//
// Ein Abbruch wird gemerkt: Ist er gefangen, wirft schon
// das nächste await, und der Abschied geht nie hinaus.
// Er geht hinaus, wenn zuerst der Zustand des Abbruchs
// zurückgesetzt wird.
//
// **Probiere:** Lass den Timeout bei await 1 kommen. Hol
// dann die Zeile mit `reset_cancellation_state` zurück.
// Und was macht Rust-Drop?

namespace this_coro = asio::this_coro;

awaitable<void> session()
{
  try {
    co_await sleep_for(world(), 200ms); // sie reden
    effect("geredet");
  } catch (const boost::system::system_error&) {
    println("abgebrochen");
  }
  // co_await this_coro::reset_cancellation_state();
  co_await sleep_for(world(), 50ms); // sendet es
  effect("Abschied");
}

awaitable<void> run()
{
  co_await (session() || timeout());
}
