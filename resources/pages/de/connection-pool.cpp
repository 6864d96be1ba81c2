// SPDX-License-Identifier: GPL-3.0-or-later
// # Ein Pool von Verbindungen
//
// Eine Verbindung, und zwei brauchen sie. Wer zwischen
// Frage und Antwort angehalten wird, lässt die Antwort
// darin liegen, und der Nächste liest sie.
//
// **Probiere:** Lass den Timeout kommen, während der
// Erste auf die Antwort wartet. Dann behebe es: Fang den
// Abbruch um das await herum, wirf die Verbindung mit
// `discard()` weg, und den Abbruch mit `throw;` weiter.

using Connections = std::shared_ptr<Pool>;

awaitable<void> ask(Connections pool, string question)
{
  auto connection = co_await pool->async_acquire();
  string& unread = connection->unread;
  if (!unread.empty())
    println(question, " liest die Antwort auf ", unread);
  expect("jeder liest seine Antwort", unread.empty());
  unread = question; // die Antwort ist unterwegs
  co_await sleep_for(world(), 100ms);
  unread.clear();
  effect("beantwortet", question);
}

awaitable<void> run()
{
  Connections pool =
      std::make_shared<Pool>(world(), "pool", 1);
  co_await ((ask(pool, "erste") || timeout())
            && ask(pool, "zweite"));
}
