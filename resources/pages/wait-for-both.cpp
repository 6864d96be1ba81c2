// SPDX-License-Identifier: GPL-3.0-or-later
// # Wait for both
//
// `&&` waits for two coroutines. When one of them fails,
// it cancels the other. Here `second()` fails at 100 ms,
// when `first()` is done.
//
// **Try:** give `first()` 200 ms. Does it still save?
// Whose error does `run()` see? And what does it see
// when the flag cancels both?

awaitable<void> first()
{
  co_await sleep_for(world(), 80ms);
  effect("saved");
}

awaitable<void> second()
{
  co_await sleep_for(world(), 100ms);
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
