// SPDX-License-Identifier: GPL-3.0-or-later
// # Ein Timer als Glocke
//
// Ein Timer, der nie abläuft, ist eine Glocke:
// `cancel()` weckt, wer auf ihn wartet. Wer später
// kommt, den weckt sie nicht.
//
// **Probiere:** Lass nach 20 ms läuten, bevor jemand
// wartet. Der Lauf hängt fest. Was hätte ein `Event`
// getan?

using Timer = asio::steady_timer;
using Bell = std::shared_ptr<Timer>;

awaitable<void> sleeper(Bell bell)
{
  co_await sleep_for(world(), 50ms); // macht sich fertig
  const auto [error] = co_await bell->async_wait(
      asio::as_tuple(asio::use_awaitable));
  println("geweckt von: ", error.message());
  effect("wach");
}

awaitable<void> ringer(Bell bell)
{
  co_await sleep_for(world(), 100ms);
  println("läutet für ", bell->cancel());
}

awaitable<void> run()
{
  auto executor = co_await asio::this_coro::executor;
  Bell bell = std::make_shared<Timer>(executor);
  bell->expires_at(Timer::time_point::max()); // nie
  co_await (sleeper(bell) && ringer(bell));
}
