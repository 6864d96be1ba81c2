// SPDX-License-Identifier: GPL-3.0-or-later
// # A lock across an await
//
// Both move money from one account to the other, under a lock. The timeout ends the first one in the middle.
//
// **Try:** let it fire while the first one holds the lock. Is the lock given back? Is the money still all there?

int mine = 100;
int yours = 0;

awaitable<void> transfer(std::shared_ptr<Mutex> mutex, int amount)
{
  auto lock = co_await mutex->async_lock();
  mine -= amount;
  co_await sleep_for(world(), 100ms); // the bank writes it down
  yours += amount;
  effect("transferred", std::to_string(amount));
}

awaitable<void> run()
{
  auto mutex = std::make_shared<Mutex>(world(), "accounts");
  co_await ((transfer(mutex, 10) || timeout()) && transfer(mutex, 20));
}

void judge()
{
  expect("no money is lost", mine + yours == 100);
}
