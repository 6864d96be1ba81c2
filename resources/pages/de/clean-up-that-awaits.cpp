// SPDX-License-Identifier: GPL-3.0-or-later
// # Aufräumen, das wartet
//
// Ein Abbruch wird gemerkt: Im `catch`-Block wirft schon das nächste Await, und der Abschied wird nie gesendet. Wird der
// Abbruchzustand zuerst zurückgesetzt, geht er hinaus.
//
// **Probiere:** Lass das Timeout in Await 1 feuern. Hol dann die Zeile mit `reset_cancellation_state` zurück. Und was macht Rust-Drop?

awaitable<void> session()
{
  bool isCancelled = false;
  try {
    asio::steady_timer talk(co_await asio::this_coro::executor, 200ms);
    co_await talk.async_wait(asio::use_awaitable);
  } catch (const boost::system::system_error&) {
    isCancelled = true;
  }
  if (!isCancelled) {
    effect("zu Ende geredet");
    co_return;
  }
  // co_await asio::this_coro::reset_cancellation_state();
  asio::steady_timer goodBye(co_await asio::this_coro::executor, 50ms);
  co_await goodBye.async_wait(asio::use_awaitable);
  effect("verabschiedet");
}

awaitable<void> run()
{
  co_await (session() || timeout());
}
