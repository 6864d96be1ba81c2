// SPDX-License-Identifier: GPL-3.0-or-later
// # Eine Queue und ihr Leser
//
// Einer schreibt alle 50 ms etwas hinein, einer liest es
// und braucht für jedes 80 ms. Der Timeout hält den
// Leser an.
//
// **Probiere:** Halt den Leser an, während er auf das
// Erste wartet, und während er es bearbeitet. Was ist
// weg, und was liegt noch in der Queue? Wie bliebe das
// Erste erhalten?

using Items = std::shared_ptr<Queue<string>>;

awaitable<void> writer(Items items)
{
  for (const char* const name : {"A", "B", "C"}) {
    co_await sleep_for(world(), 50ms);
    co_await items->async_push(name);
  }
}

awaitable<void> reader(Items items)
{
  for (int count = 0; count < 3; ++count) {
    const string item = co_await items->async_pop();
    co_await sleep_for(world(), 80ms);
    effect("erledigt", item);
  }
}

awaitable<void> run()
{
  Items items = std::make_shared<Queue<string>>(
      world(), "Schlange", 8);
  co_await (writer(items)
            && (reader(items) || timeout()));
}
