// SPDX-License-Identifier: GPL-3.0-or-later
// # Ein losgelöstes Kind (detached)
//
// `run()` startet jemanden, der das Ergebnis speichert,
// und wartet nicht auf ihn. Ein Abbruch von `run()`
// erreicht ein losgelöstes Kind nicht.
//
// **Probiere:** Brich `run()` nach 50 ms ab: Wird
// gespeichert? Lass dann `run()` auf ihn warten, mit
// `co_await store("v2");` statt des `co_spawn`, und
// versuch es noch einmal.

awaitable<void> store(string value)
{
  co_await sleep_for(world(), 200ms); // langsame Platte
  effect("gespeichert", value);
}

awaitable<void> run()
{
  auto executor = co_await asio::this_coro::executor;
  asio::co_spawn(executor, store("v2"), asio::detached);
  co_await sleep_for(world(), 100ms);
  effect("beantwortet");
}
