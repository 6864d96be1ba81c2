# SPDX-License-Identifier: GPL-3.0-or-later
"""Three orders come one after the other, wait in an asyncio.Queue, and are stored."""
import asyncio

from world import outside, tell

ORDERED = ["A", "B", "C"]


class Inbox:
    def __init__(self, world):
        self.world = world
        self.queue = asyncio.Queue()

    async def pop(self):
        self.world.await_begins()
        return await self.queue.get()


class Database:
    def __init__(self, world, takes_ms):
        self.world = world
        self.takes_ms = takes_ms
        self.orders = []

    async def store(self, order):
        self.world.await_begins()
        await outside(self.takes_ms, lambda: self.orders.append(order))


class Worker:
    def __init__(self, world, variant, store_ms, next_ms):
        self.world = world
        self.println = world.println
        self.take_orders = getattr(self, variant)
        self.next_ms = next_ms
        self.inbox = Inbox(world)
        self.database = Database(world, store_ms)
        self.in_hand = None
        self.tasks = []
        self.came = 0
        self.reloaded = False
        self.comes(50)

    async def buggy(self):
        while self.more_to_come():
            order = await self.inbox.pop()
            self.println(f"got {order}")
            await self.database.store(order)
            self.println(f"stored {order}")

    async def receive(self):
        self.in_hand = await self.inbox.pop()
        self.println(f"got {self.in_hand}")

    async def task(self):
        while self.more_to_come():
            order = await self.inbox.pop()
            self.println(f"got {order}")
            self.tasks.append(asyncio.create_task(self.store(order)))

    async def keep(self):
        while self.more_to_come():
            self.in_hand = await self.inbox.pop()
            self.println(f"got {self.in_hand}")
            await self.database.store(self.in_hand)
            self.println(f"stored {self.in_hand}")
            self.in_hand = None

    async def store(self, order):
        await self.database.store(order)
        self.println(f"stored {order}")

    def comes(self, after_ms):
        asyncio.get_running_loop().call_later(after_ms / 1000, self.came_one)

    def came_one(self):
        self.inbox.queue.put_nowait(ORDERED[self.came])
        self.came += 1
        if self.came < len(ORDERED):
            self.comes(self.next_ms)

    def more_to_come(self):
        return self.came < len(ORDERED) or not self.inbox.queue.empty()

    async def caller(self):
        while True:
            if await self.world.race(self.take_orders(), not self.reloaded):
                self.reloaded = True
                self.println("reload")
            if self.in_hand is not None:
                order, self.in_hand = self.in_hand, None
                await self.store(order)
            if not self.more_to_come():
                return

    def outcome(self):
        stored = self.database.orders
        taken = ORDERED[: self.came - self.inbox.queue.qsize()]
        lost = [order for order in taken if order not in stored]
        twice = [order for order in taken if stored.count(order) > 1]
        verdict, why = "holds", "All stored"
        if not taken:
            verdict, why = "not-applicable", "No order was taken."
        elif lost:
            verdict, why = "violated", f"Neither in the inbox nor stored: {', '.join(lost)}"
        elif twice:
            why = f"Stored twice: {', '.join(twice)}"
        client = f"finds {', '.join(stored)} stored" if stored else "finds nothing stored"
        return {"winner": "timeout" if self.reloaded else "work", "verdict": verdict, "why": why, "client": client}


tell(Worker)
