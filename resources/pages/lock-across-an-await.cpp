// SPDX-License-Identifier: GPL-3.0-or-later
// # A lock across an await
//
// Both move money from one account to the other, under a
// lock. The timeout ends the first one in the middle.
//
// **Try:** let it fire while the first one holds the
// lock. Is the lock given back? Is the money still all
// there? Then move `mine -= amount;` below the await.

using Lock = std::shared_ptr<Mutex>;

int mine = 100;
int yours = 0;

awaitable<void> transfer(Lock lock, int amount)
{
  auto held = co_await lock->async_lock();
  mine -= amount;
  co_await sleep_for(world(), 100ms); // the bank
  yours += amount;
  effect("transferred", std::to_string(amount));
}

awaitable<void> run()
{
  Lock lock =
      std::make_shared<Mutex>(world(), "accounts");
  co_await ((transfer(lock, 10) || timeout())
            && transfer(lock, 20));
}

void judge()
{
  expect("no money is lost", mine + yours == 100);
}
