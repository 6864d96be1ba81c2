// SPDX-License-Identifier: GPL-3.0-or-later
// # The first of two, and who sees the error
//
// `||` takes the first that *succeeds*. A failure does
// not win: the other one is waited for, and nobody is
// told.
//
// **Try:** the mirror fails at 50 ms. Who hears of it?
// Then let `origin()` throw as well, and look at what
// `run()` gets.

awaitable<void> mirror()
{
  co_await sleep_for(world(), 50ms);
  throw std::runtime_error("the mirror is down");
}

awaitable<void> origin()
{
  co_await sleep_for(world(), 150ms);
}

awaitable<void> run()
{
  const auto answer = co_await (mirror() || origin());
  const bool isMirror = answer.index() == 0;
  effect("answered", isMirror ? "mirror" : "origin");
}
