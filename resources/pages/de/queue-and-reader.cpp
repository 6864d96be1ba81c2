// SPDX-License-Identifier: GPL-3.0-or-later
// # Eine Warteschlange und ihr Leser
//
// Einer schreibt alle 50 ms etwas hinein, einer liest es und braucht für jedes 80 ms. Den Leser stoppt das Timeout.
//
// **Probiere:** Stopp ihn in Await 3 und in Await 4. Was ist weg, und was liegt noch in der Schlange? Was würde beides behalten?

using Items = std::shared_ptr<Queue<string>>;

awaitable<void> writer(Items items)
{
  for (const char* const name : {"eins", "zwei", "drei"}) {
    co_await sleep_for(world(), 50ms);
    co_await items->async_push(name);
  }
  items->close();
}

awaitable<void> reader(Items items)
{
  while (true) {
    const auto [error, item] = co_await items->async_pop(asio::as_tuple(asio::use_awaitable));
    if (error)
      co_return;
    co_await sleep_for(world(), 80ms);
    effect("erledigt " + item);
  }
}

awaitable<void> run()
{
  auto items = std::make_shared<Queue<string>>(world(), "Warteschlange", 8);
  co_await (writer(items) && (reader(items) || timeout()));
}
