// SPDX-License-Identifier: GPL-3.0-or-later
// # Sanft anhalten
//
// Ein Arbeiter erledigt alle 100 ms einen Auftrag. Um ihn anzuhalten, setzt jemand ein Ereignis, nach dem er zwischen zwei
// Aufträgen sieht: Der laufende wird noch fertig.
//
// **Probiere:** Die Flagge ist der Moment, in dem jemand ihn bittet. Behalte das als A, und vergleiche mit
// `co_await (worker(stop) || timeout());` in `run()`.

awaitable<void> worker(std::shared_ptr<Event> stop)
{
  for (int job = 1; job <= 4 && !stop->is_set(); ++job) {
    effect("begonnen " + std::to_string(job));
    co_await sleep_for(world(), 100ms);
    effect("fertig " + std::to_string(job));
  }
}

awaitable<void> asker(std::shared_ptr<Event> stop)
{
  co_await timeout();
  stop->set();
  asio::steady_timer forEver(co_await asio::this_coro::executor, asio::steady_timer::time_point::max());
  co_await forEver.async_wait(asio::use_awaitable); // bis der Arbeiter fertig ist
}

awaitable<void> run()
{
  auto stop = std::make_shared<Event>(world(), "Stopp");
  co_await (worker(stop) || asker(stop));
}
