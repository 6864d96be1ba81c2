// SPDX-License-Identifier: GPL-3.0-or-later
// # The first of two, and who sees the error
//
// `||` takes the first that *succeeds*. A failure does not win: it waits for the other one, and nobody is told of it.
//
// **Try:** the mirror fails at 50 ms. Who hears of it? Let the origin fail too, and look at what `run()` gets then.

awaitable<string> mirror()
{
  asio::steady_timer t(co_await asio::this_coro::executor, 50ms);
  co_await t.async_wait(asio::use_awaitable);
  throw std::runtime_error("the mirror is down");
}

awaitable<string> origin()
{
  asio::steady_timer t(co_await asio::this_coro::executor, 150ms);
  co_await t.async_wait(asio::use_awaitable);
  co_return "from the origin";
}

awaitable<void> run()
{
  auto answer = co_await (mirror() || origin());
  println(answer.index() == 0 ? std::get<0>(answer) : std::get<1>(answer));
  effect("answered");
}
