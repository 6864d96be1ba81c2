// SPDX-License-Identifier: GPL-3.0-or-later
// # Sanft anhalten
//
// Ein Arbeiter braucht für jeden Auftrag 100 ms. Um ihn
// anzuhalten, setzt jemand ein Ereignis, nach dem er
// zwischen zwei Aufträgen sieht: Der laufende Auftrag
// wird noch fertig.
//
// **Probiere:** Die Flagge ist der Moment, in dem jemand
// ihn bittet. Behalt das als A, und vergleich es mit
// `co_await (worker(stop) || timeout());` in `run()`.

using Stop = std::shared_ptr<Event>;

awaitable<void> worker(Stop stop)
{
  for (int job = 1; job <= 4; ++job) {
    if (stop->is_set())
      co_return;
    co_await sleep_for(world(), 100ms);
    effect("fertig", std::to_string(job));
  }
}

awaitable<void> asker(Stop stop)
{
  co_await timeout();
  stop->set();
  co_await sleep_for(world(), 1h); // nie vorbei
}

awaitable<void> run()
{
  Stop stop =
      std::make_shared<Event>(world(), "Stopp");
  co_await (worker(stop) || asker(stop));
}
