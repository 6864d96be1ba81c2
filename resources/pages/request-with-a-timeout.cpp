// SPDX-License-Identifier: GPL-3.0-or-later
// # A request with a timeout
//
// `fetch()` takes 200 ms, a look at the answer 100 ms
// more. Then it is stored. The timeout ends whatever is
// under way.
//
// **Try:** drag the flag through the run. Where is the
// answer paid for and not stored? Then move
// `effect("stored", answer)` one line up.

awaitable<string> fetch()
{
  auto executor = co_await asio::this_coro::executor;
  asio::steady_timer network(executor, 200ms);
  co_await network.async_wait(asio::use_awaitable);
  effect("paid");
  co_return "v2";
}

awaitable<void> update()
{
  const string answer = co_await fetch();
  co_await sleep_for(world(), 100ms); // a look at it
  effect("stored", answer);
}

awaitable<void> run()
{
  co_await (update() || timeout());
}
