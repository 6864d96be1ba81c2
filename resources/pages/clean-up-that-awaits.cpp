// SPDX-License-Identifier: GPL-3.0-or-later
// # Clean up that awaits
//
// A cancel is remembered: once it was caught, the next
// await throws at once, and the good-bye is never sent.
// It is sent if the cancellation state is reset first.
//
// **Try:** fire the timeout at await 1. Then put the
// line with `reset_cancellation_state` back in. And what
// does Rust drop do?

namespace this_coro = asio::this_coro;

awaitable<void> session()
{
  try {
    co_await sleep_for(world(), 200ms); // they talk
    effect("talked");
  } catch (const boost::system::system_error&) {
    println("cancelled");
  }
  // co_await this_coro::reset_cancellation_state();
  co_await sleep_for(world(), 50ms); // sends it
  effect("good-bye");
}

awaitable<void> run()
{
  co_await (session() || timeout());
}
