// SPDX-License-Identifier: GPL-3.0-or-later
// # A graceful stop
//
// A worker needs 100 ms for each job. To stop it
// somebody sets an event, which it looks at between two
// jobs: the job at hand is finished first.
//
// **Try:** the flag is when somebody asks it to stop.
// Keep this as A, and compare with `co_await
// (worker(stop) || timeout());` in `run()`.

using Stop = std::shared_ptr<Event>;

awaitable<void> worker(Stop stop)
{
  for (int job = 1; job <= 4; ++job) {
    if (stop->is_set())
      co_return;
    co_await sleep_for(world(), 100ms);
    effect("finished", std::to_string(job));
  }
}

awaitable<void> asker(Stop stop)
{
  co_await timeout();
  stop->set();
  co_await sleep_for(world(), 1h); // never over
}

awaitable<void> run()
{
  Stop stop =
      std::make_shared<Event>(world(), "stop");
  co_await (worker(stop) || asker(stop));
}
