// SPDX-License-Identifier: GPL-3.0-or-later
// # A timer as a bell
//
// A timer that never expires is a bell: `cancel()` wakes
// whoever waits for it. It wakes nobody who comes later.
//
// **Try:** let the ringer ring at 20 ms, before anybody
// waits. The run is stuck. What would an `Event` have
// done?

using Timer = asio::steady_timer;
using Bell = std::shared_ptr<Timer>;

awaitable<void> sleeper(Bell bell)
{
  co_await sleep_for(world(), 50ms); // gets ready
  const auto [error] = co_await bell->async_wait(
      asio::as_tuple(asio::use_awaitable));
  println("woken by: ", error.message());
  effect("awake");
}

awaitable<void> ringer(Bell bell)
{
  co_await sleep_for(world(), 100ms);
  println("rings for ", bell->cancel());
}

awaitable<void> run()
{
  auto executor = co_await asio::this_coro::executor;
  Bell bell = std::make_shared<Timer>(executor);
  bell->expires_at(Timer::time_point::max()); // never
  co_await (sleeper(bell) && ringer(bell));
}
