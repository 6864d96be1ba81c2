// SPDX-License-Identifier: GPL-3.0-or-later
// # Auf beide warten
//
// `&&` wartet auf zwei Coroutinen. Scheitert eine,
// bricht es die andere ab. Hier scheitert `second()`
// nach 100 ms, wenn `first()` fertig ist.
//
// **Probiere:** Gib `first()` 200 ms. Sichert sie noch?
// Wessen Fehler sieht `run()`? Und was sieht es, wenn
// die Flagge beide abbricht?

awaitable<void> first()
{
  co_await sleep_for(world(), 80ms);
  effect("gesichert");
}

awaitable<void> second()
{
  co_await sleep_for(world(), 100ms);
  throw std::runtime_error("B ist gescheitert");
}

awaitable<void> run()
{
  try {
    co_await (first() && second());
  } catch (const std::exception& error) {
    println("run sieht: ", error.what());
  }
}
