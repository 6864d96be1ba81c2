// SPDX-License-Identifier: GPL-3.0-or-later
// # Ein Timer als Glocke
//
// Ein Timer, der nie abläuft, ist eine Glocke: `cancel()` weckt, wer auf ihn wartet. Wer später kommt, den weckt sie nicht.
//
// **Probiere:** Lass bei 20 ms läuten, bevor jemand wartet. Der Lauf hängt fest. Was hätte ein `Event` getan?

using Bell = std::shared_ptr<asio::steady_timer>;

awaitable<void> sleeper(Bell bell)
{
  asio::steady_timer getsReady(co_await asio::this_coro::executor, 50ms);
  co_await getsReady.async_wait(asio::use_awaitable);
  const auto [error] = co_await bell->async_wait(asio::as_tuple(asio::use_awaitable));
  println("geweckt von: ", error.message());
  effect("wach");
}

awaitable<void> ringer(Bell bell)
{
  asio::steady_timer t(co_await asio::this_coro::executor, 100ms);
  co_await t.async_wait(asio::use_awaitable);
  println("läutet für ", bell->cancel());
}

awaitable<void> run()
{
  auto bell = std::make_shared<asio::steady_timer>(co_await asio::this_coro::executor, asio::steady_timer::time_point::max());
  co_await (sleeper(bell) && ringer(bell));
}
