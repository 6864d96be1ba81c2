// SPDX-License-Identifier: GPL-3.0-or-later
// # A request with a timeout
//
// `fetch()` takes 200 ms, then the answer is stored. Whatever comes first ends the other: the fetch or the timeout.
//
// **Try:** drag the flag through the run. Where is the answer paid for and not stored? Then move `effect("stored")` one line up.

awaitable<string> fetch()
{
  asio::steady_timer network(co_await asio::this_coro::executor, 200ms);
  co_await network.async_wait(asio::use_awaitable);
  effect("paid");
  co_return "v2";
}

awaitable<void> update()
{
  const string answer = co_await fetch();
  co_await sleep_for(world(), 100ms); // somebody has to look at it first
  effect("stored", answer);
}

awaitable<void> run()
{
  co_await (update() || timeout());
}
