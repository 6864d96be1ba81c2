// SPDX-License-Identifier: GPL-3.0-or-later
// # Clean up that awaits
//
// A cancel is remembered: in the `catch` block the next await throws at once, so that the good-bye is never sent. To reset the
// cancellation state first lets it be sent.
//
// **Try:** fire the timeout at await 1. Then put the line with `reset_cancellation_state` back in. And what does Rust drop do?

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
    effect("talked to the end");
    co_return;
  }
  // co_await asio::this_coro::reset_cancellation_state();
  asio::steady_timer goodBye(co_await asio::this_coro::executor, 50ms);
  co_await goodBye.async_wait(asio::use_awaitable);
  effect("said good-bye");
}

awaitable<void> run()
{
  co_await (session() || timeout());
}
