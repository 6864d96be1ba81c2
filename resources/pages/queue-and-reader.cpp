// SPDX-License-Identifier: GPL-3.0-or-later
// # A queue and its reader
//
// One writes an item every 50 ms, one reads them and needs 80 ms for each. The reader is stopped by the timeout.
//
// **Try:** stop it in await 3 and in await 4. Which item is gone, and which is still in the queue? What would keep both?

using Items = std::shared_ptr<Queue<string>>;

awaitable<void> writer(Items items)
{
  for (const char* const name : {"one", "two", "three"}) {
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
    effect("handled " + item);
  }
}

awaitable<void> run()
{
  auto items = std::make_shared<Queue<string>>(world(), "queue", 8);
  co_await (writer(items) && (reader(items) || timeout()));
}
