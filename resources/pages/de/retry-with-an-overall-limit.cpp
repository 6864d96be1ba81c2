// SPDX-License-Identifier: GPL-3.0-or-later
// # Noch einmal, mit einer Grenze für alles
//
// Jeder Versuch dauert 100 ms. Zwei scheitern, der
// dritte gelingt. Dazwischen wird gewartet, jedes Mal
// doppelt so lange. Die Grenze ist ein Timer für alles,
// nicht einer für jeden Versuch.
//
// **Probiere:** Wo muss die Flagge stehen, damit der
// dritte Versuch beginnt und nicht fertig wird? Lass
// dann `pause *= 2;` weg: Wie viel früher wird gesendet?

struct Failed {};

awaitable<void> attempt(int number)
{
  co_await sleep_for(world(), 100ms);
  if (number < 3)
    throw Failed{};
  effect("gesendet");
}

awaitable<void> retrying()
{
  auto pause = 50ms;
  for (int number = 1;; ++number) {
    bool isDone = false;
    try {
      co_await attempt(number);
      isDone = true;
    } catch (const Failed&) {
      println("Versuch ", number, " scheitert");
    } // und ein Abbruch geht weiter
    if (isDone)
      co_return;
    co_await sleep_for(world(), pause);
    pause *= 2;
  }
}

awaitable<void> run()
{
  auto winner = co_await (retrying() || timeout());
  const bool isSent = winner.index() == 0;
  println(isSent ? "geschafft" : "aufgegeben");
}
