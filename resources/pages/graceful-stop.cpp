// SPDX-License-Identifier: GPL-3.0-or-later
// # A graceful stop
//
// A worker handles a job every 100 ms. To stop it somebody sets an event, which it looks at between two jobs: the job at hand is
// finished first.
//
// **Try:** the flag is when somebody asks it to stop. Keep this as A, and compare with `co_await (worker(stop) || timeout());` in `run()`.

awaitable<void> worker(std::shared_ptr<Event> stop)
{
  for (int job = 1; job <= 4 && !stop->is_set(); ++job) {
    effect("begun " + std::to_string(job));
    co_await sleep_for(world(), 100ms);
    effect("finished " + std::to_string(job));
  }
}

awaitable<void> asker(std::shared_ptr<Event> stop)
{
  co_await timeout();
  stop->set();
  asio::steady_timer forEver(co_await asio::this_coro::executor, asio::steady_timer::time_point::max());
  co_await forEver.async_wait(asio::use_awaitable); // until the worker has finished
}

awaitable<void> run()
{
  auto stop = std::make_shared<Event>(world(), "stop");
  co_await (worker(stop) || asker(stop));
}
