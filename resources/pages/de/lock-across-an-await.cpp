// SPDX-License-Identifier: GPL-3.0-or-later
// # Eine Sperre über ein await hinweg
//
// Beide bringen Geld von einem Konto auf das andere,
// unter einer Sperre. Der Timeout beendet den Ersten
// mittendrin.
//
// **Probiere:** Lass ihn kommen, während der Erste die
// Sperre hält. Wird sie zurückgegeben? Ist das Geld noch
// da? Schieb dann `mine -= amount;` unter das await.

using Lock = std::shared_ptr<Mutex>;

int mine = 100;
int yours = 0;

awaitable<void> transfer(Lock lock, int amount)
{
  auto held = co_await lock->async_lock();
  mine -= amount;
  co_await sleep_for(world(), 100ms); // die Bank
  yours += amount;
  effect("überwiesen", std::to_string(amount));
}

awaitable<void> run()
{
  Lock lock =
      std::make_shared<Mutex>(world(), "Konten");
  co_await ((transfer(lock, 10) || timeout())
            && transfer(lock, 20));
}

void judge()
{
  expect("kein Geld geht verloren", mine + yours == 100);
}
