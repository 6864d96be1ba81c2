// SPDX-License-Identifier: GPL-3.0-or-later
// # Eine Anfrage mit Timeout
//
// `fetch()` braucht 200 ms, ein Blick auf die Antwort
// noch einmal 100 ms. Dann wird sie gespeichert. Der
// Timeout beendet, was gerade läuft.
//
// **Probiere:** Zieh die Flagge durch den Lauf. Wo ist
// die Antwort bezahlt und nicht gespeichert? Schieb dann
// `effect("gespeichert", answer)` eine Zeile höher.

awaitable<string> fetch()
{
  auto executor = co_await asio::this_coro::executor;
  asio::steady_timer network(executor, 200ms);
  co_await network.async_wait(asio::use_awaitable);
  effect("bezahlt");
  co_return "v2";
}

awaitable<void> update()
{
  const string answer = co_await fetch();
  co_await sleep_for(world(), 100ms); // ein Blick
  effect("gespeichert", answer);
}

awaitable<void> run()
{
  co_await (update() || timeout());
}
