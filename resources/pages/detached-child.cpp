// SPDX-License-Identifier: GPL-3.0-or-later
// # A detached child
//
// `run()` starts somebody who stores the result, and
// does not wait for him. A cancel of `run()` does not
// reach a detached child.
//
// **Try:** cancel `run()` at 50 ms: is it stored? Then
// let `run()` wait for him, with `co_await store("v2");`
// in place of the `co_spawn`, and try again.

awaitable<void> store(string value)
{
  co_await sleep_for(world(), 200ms); // a slow disk
  effect("stored", value);
}

awaitable<void> run()
{
  auto executor = co_await asio::this_coro::executor;
  asio::co_spawn(executor, store("v2"), asio::detached);
  co_await sleep_for(world(), 100ms);
  effect("answered");
}
