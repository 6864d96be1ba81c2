// SPDX-License-Identifier: GPL-3.0-or-later
// # A queue and its reader
//
// One writes an item every 50 ms, one reads them and
// needs 80 ms for each. The timeout stops the reader.
//
// **Try:** stop the reader while it waits for the first
// item, and while it handles it. Which item is gone, and
// which are still in the queue? What would keep the
// first?

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
    effect("handled", item);
  }
}

awaitable<void> run()
{
  Items items = std::make_shared<Queue<string>>(
      world(), "queue", 8);
  co_await (writer(items)
            && (reader(items) || timeout()));
}
