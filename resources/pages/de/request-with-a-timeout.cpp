// SPDX-License-Identifier: GPL-3.0-or-later
// # Eine Anfrage mit Timeout
//
// `fetch()` braucht 200 ms, dann wird die Antwort gespeichert. Was zuerst kommt, beendet das andere: die Anfrage oder das Timeout.
//
// **Probiere:** Zieh die Flagge durch den Lauf. Wo ist die Antwort bezahlt und nicht gespeichert? Schieb dann `effect("gespeichert")`
// eine Zeile höher.

awaitable<string> fetch()
{
  asio::steady_timer network(co_await asio::this_coro::executor, 200ms);
  co_await network.async_wait(asio::use_awaitable);
  effect("bezahlt");
  co_return "v2";
}

awaitable<void> update()
{
  const string answer = co_await fetch();
  co_await sleep_for(world(), 100ms); // jemand muss sie erst ansehen
  effect("gespeichert", answer);
}

awaitable<void> run()
{
  co_await (update() || timeout());
}
