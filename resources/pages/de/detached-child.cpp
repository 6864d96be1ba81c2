// SPDX-License-Identifier: GPL-3.0-or-later
// # Ein abgelöstes Kind
//
// `run()` startet jemanden, der das Ergebnis speichert, und wartet nicht auf ihn. Ein Abbruch von `run()` erreicht ein abgelöstes
// Kind nicht.
//
// **Probiere:** Brich `run()` bei 50 ms ab: Wird gespeichert? Lass dann `run()` auf das Kind warten (`asio::use_awaitable` statt
// `asio::detached`) und versuche es noch einmal.

awaitable<void> store(string value)
{
  asio::steady_timer disk(co_await asio::this_coro::executor, 200ms);
  co_await disk.async_wait(asio::use_awaitable);
  effect("gespeichert", value);
}

awaitable<void> run()
{
  asio::co_spawn(co_await asio::this_coro::executor, store("v2"), asio::detached);
  asio::steady_timer t(co_await asio::this_coro::executor, 100ms);
  co_await t.async_wait(asio::use_awaitable);
  effect("beantwortet");
}
