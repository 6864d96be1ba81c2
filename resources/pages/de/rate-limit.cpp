// SPDX-License-Identifier: GPL-3.0-or-later
// # Höchstens so viele auf einmal
//
// Zwei Aufrufe zur gleichen Zeit; eine Erlaubnis wird
// zurückgegeben, wenn der Aufruf vorbei ist. Der Timeout
// beendet den ersten.
//
// **Probiere:** Lass ihn kommen, während der erste
// Aufruf läuft: Wer gibt die Erlaubnis zurück? Setz das
// `release()` dann in den Destruktor eines Wächters.

using Limit = std::shared_ptr<Semaphore>;

awaitable<void> call(Limit limit, int number)
{
  co_await limit->async_acquire();
  co_await sleep_for(world(), 100ms);
  effect("angerufen", std::to_string(number));
  limit->release();
}

awaitable<void> run()
{
  Limit limit = std::make_shared<Semaphore>(
      world(), "Permits", 2);
  co_await ((call(limit, 1) || timeout())
            && call(limit, 2) && call(limit, 3));
  const bool areAll = limit->available() == 2;
  expect("alle Permits sind zurück", areAll);
}
