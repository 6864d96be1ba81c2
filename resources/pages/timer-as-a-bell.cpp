// SPDX-License-Identifier: GPL-3.0-or-later
// # A timer as a bell
//
// A timer that never expires is a bell: `cancel()` wakes whoever waits for it. It wakes nobody who comes later.
//
// **Try:** let the ringer ring at 20 ms, before anybody waits. The run is stuck. What would an `Event` have done?

using Bell = std::shared_ptr<asio::steady_timer>;

awaitable<void> sleeper(Bell bell)
{
  asio::steady_timer getsReady(co_await asio::this_coro::executor, 50ms);
  co_await getsReady.async_wait(asio::use_awaitable);
  const auto [error] = co_await bell->async_wait(asio::as_tuple(asio::use_awaitable));
  println("woken by: ", error.message());
  effect("awake");
}

awaitable<void> ringer(Bell bell)
{
  asio::steady_timer t(co_await asio::this_coro::executor, 100ms);
  co_await t.async_wait(asio::use_awaitable);
  println("rings for ", bell->cancel());
}

awaitable<void> run()
{
  auto bell = std::make_shared<asio::steady_timer>(co_await asio::this_coro::executor, asio::steady_timer::time_point::max());
  co_await (sleeper(bell) && ringer(bell));
}
