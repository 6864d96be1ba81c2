// SPDX-License-Identifier: GPL-3.0-or-later
// # Das Erste von zweien, und wer den Fehler sieht
//
// `||` nimmt das Erste, das *gelingt*. Ein Fehlschlag gewinnt nicht: Es wartet auf das andere, und niemand erfährt davon.
//
// **Probiere:** Der Spiegel scheitert bei 50 ms. Wer hört davon? Lass auch die Quelle scheitern, und sieh nach, was `run()` dann
// bekommt.

awaitable<string> mirror()
{
  asio::steady_timer t(co_await asio::this_coro::executor, 50ms);
  co_await t.async_wait(asio::use_awaitable);
  throw std::runtime_error("der Spiegel ist aus");
}

awaitable<string> origin()
{
  asio::steady_timer t(co_await asio::this_coro::executor, 150ms);
  co_await t.async_wait(asio::use_awaitable);
  co_return "von der Quelle";
}

awaitable<void> run()
{
  auto answer = co_await (mirror() || origin());
  println(answer.index() == 0 ? std::get<0>(answer) : std::get<1>(answer));
  effect("beantwortet");
}
