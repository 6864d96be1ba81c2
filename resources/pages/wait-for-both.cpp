// SPDX-License-Identifier: GPL-3.0-or-later
// # Wait for both
//
// `&&` waits for two coroutines and cancels the one when the other fails. Here the second fails at 100 ms, when the first is done.
//
// **Try:** give the first 200 ms. Is it done? Whose error does `run()` see, and what does it see when the flag cancels both?

awaitable<void> first()
{
  asio::steady_timer t(co_await asio::this_coro::executor, 80ms);
  co_await t.async_wait(asio::use_awaitable);
  effect("A is done");
}

awaitable<void> second()
{
  asio::steady_timer t(co_await asio::this_coro::executor, 100ms);
  co_await t.async_wait(asio::use_awaitable);
  throw std::runtime_error("B has failed");
}

awaitable<void> run()
{
  try {
    co_await (first() && second());
  } catch (const std::exception& error) {
    println("run sees: ", error.what());
  }
}
