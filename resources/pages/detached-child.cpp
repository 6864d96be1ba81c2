// SPDX-License-Identifier: GPL-3.0-or-later
// # A detached child
//
// `run()` starts somebody who stores the result and does not wait for him. A cancel of `run()` does not reach a detached child.
//
// **Try:** cancel `run()` at 50 ms: is it stored? Then let `run()` await the child (`asio::use_awaitable` in place of
// `asio::detached`) and try again.

awaitable<void> store(string value)
{
  asio::steady_timer disk(co_await asio::this_coro::executor, 200ms);
  co_await disk.async_wait(asio::use_awaitable);
  effect("stored", value);
}

awaitable<void> run()
{
  asio::co_spawn(co_await asio::this_coro::executor, store("v2"), asio::detached);
  asio::steady_timer t(co_await asio::this_coro::executor, 100ms);
  co_await t.async_wait(asio::use_awaitable);
  effect("answered");
}
