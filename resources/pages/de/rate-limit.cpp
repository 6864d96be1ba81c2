// SPDX-License-Identifier: GPL-3.0-or-later
// # Höchstens so viele auf einmal
//
// Zwei Aufrufe zur gleichen Zeit; eine Erlaubnis wird zurückgegeben, wenn der Aufruf vorbei ist. Das Timeout beendet den ersten.
//
// **Probiere:** Lass es feuern, während ein Aufruf läuft: Wer gibt die Erlaubnis zurück? Setz das `release()` in den Destruktor eines
// Wächters.

awaitable<void> call(std::shared_ptr<Semaphore> permits, int number)
{
  co_await permits->async_acquire();
  co_await sleep_for(world(), 100ms);
  effect("aufgerufen", std::to_string(number));
  permits->release();
}

awaitable<void> run()
{
  auto permits = std::make_shared<Semaphore>(world(), "Erlaubnisse", 2);
  co_await ((call(permits, 1) || timeout()) && call(permits, 2) && call(permits, 3) && call(permits, 4));
  expect("alle Erlaubnisse sind zurück", permits->available() == 2);
}
