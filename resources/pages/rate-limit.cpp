// SPDX-License-Identifier: GPL-3.0-or-later
// # A rate limit
//
// Two calls at a time; a permit is given back when the
// call is over. The timeout ends the first call.
//
// **Try:** fire it while the first call is under way:
// who gives its permit back? Then put the `release()`
// into the destructor of a guard.

using Limit = std::shared_ptr<Semaphore>;

awaitable<void> call(Limit limit, int number)
{
  co_await limit->async_acquire();
  co_await sleep_for(world(), 100ms);
  effect("called", std::to_string(number));
  limit->release();
}

awaitable<void> run()
{
  Limit limit = std::make_shared<Semaphore>(
      world(), "permits", 2);
  co_await ((call(limit, 1) || timeout())
            && call(limit, 2) && call(limit, 3));
  const bool areAll = limit->available() == 2;
  expect("all permits are back", areAll);
}
