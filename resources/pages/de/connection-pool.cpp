// SPDX-License-Identifier: GPL-3.0-or-later
// # Ein Pool von Verbindungen
//
// Eine Verbindung, und zwei brauchen sie. Wer zwischen Frage und Antwort gestoppt wird, lässt die Antwort darin liegen, und der
// Nächste liest sie.
//
// **Probiere:** Lass das Timeout feuern, während der Erste auf seine Antwort wartet. Lass ihn dann eine Verbindung, die er
// mittendrin verlässt, mit `discard()` wegwerfen.

awaitable<void> ask(std::shared_ptr<Pool> pool, string question)
{
  auto connection = co_await pool->async_acquire();
  if (!connection->unread.empty())
    println(question, " liest die Antwort auf ", connection->unread);
  expect("jeder liest seine eigene Antwort", connection->unread.empty());
  connection->unread = question; // sie ist unterwegs
  co_await sleep_for(world(), 100ms);
  connection->unread.clear();
  effect("beantwortet", question);
}

awaitable<void> run()
{
  auto pool = std::make_shared<Pool>(world(), "Pool", 1);
  co_await ((ask(pool, "erste") || timeout()) && ask(pool, "zweite"));
}
