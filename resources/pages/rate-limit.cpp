// SPDX-License-Identifier: GPL-3.0-or-later
// # A rate limit
//
// Two calls at a time, and a permit is given back when the call is over. The timeout ends the first call.
//
// **Try:** fire it while a call is under way: who gives the permit back? Put the `release()` into the destructor of a guard.

awaitable<void> call(std::shared_ptr<Semaphore> permits, int number)
{
  co_await permits->async_acquire();
  co_await sleep_for(world(), 100ms);
  effect("called", std::to_string(number));
  permits->release();
}

awaitable<void> run()
{
  auto permits = std::make_shared<Semaphore>(world(), "permits", 2);
  co_await ((call(permits, 1) || timeout()) && call(permits, 2) && call(permits, 3) && call(permits, 4));
  expect("all permits are back", permits->available() == 2);
}
