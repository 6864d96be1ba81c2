// SPDX-License-Identifier: GPL-3.0-or-later
// # Das Erste von zweien, und wer den Fehler sieht
//
// `||` nimmt das Erste, das *gelingt*. Ein Fehlschlag
// gewinnt nicht: Auf das andere wird gewartet, und
// niemand erfährt davon.
//
// **Probiere:** Der Spiegel scheitert nach 50 ms. Wer
// erfährt davon? Lass dann auch `origin()` werfen, und
// sieh nach, was `run()` bekommt.

awaitable<void> mirror()
{
  co_await sleep_for(world(), 50ms);
  throw std::runtime_error("der Spiegel ist aus");
}

awaitable<void> origin()
{
  co_await sleep_for(world(), 150ms);
}

awaitable<void> run()
{
  const auto answer = co_await (mirror() || origin());
  const bool isMirror = answer.index() == 0;
  effect("beantwortet", isMirror ? "Spiegel" : "Quelle");
}
