# SPDX-License-Identifier: GPL-3.0-or-later
"""Frames in two parts each, read from an asyncio.StreamReader."""
import asyncio

from world import tell

WORDS = ["sun", "moon", "stars"]


def length_in(head):
    return (ord(head[0]) - ord("0")) % 256


class Parser:
    def __init__(self):
        self.unread = ""

    def add(self, text):
        self.unread += text

    def next(self):
        if not self.unread or len(self.unread) <= length_in(self.unread):
            return None
        end = 1 + length_in(self.unread)
        body, self.unread = self.unread[1:end], self.unread[end:]
        return body


class Server:
    def __init__(self, received, rest_ms, next_ms):
        self.received = received
        self.rest_ms = rest_ms
        self.next_ms = next_ms
        self.connection = 0
        self.reader = None

    def connect(self):
        self.reader = asyncio.StreamReader()
        self.connection += 1
        connection = self.connection
        self.later(50 if connection == 1 else self.next_ms, lambda: self.send(len(self.received), connection))
        return self.reader

    def send(self, frame, connection):
        if connection != self.connection or frame == len(WORDS):
            return
        word = WORDS[frame]
        half = len(word) // 2
        self.reader.feed_data(f"{len(word)}{word[:half]}".encode())
        self.later(self.rest_ms, lambda: self.send_rest(frame, connection, word[half:]))

    def send_rest(self, frame, connection, rest):
        if connection != self.connection:
            return
        self.reader.feed_data(rest.encode())
        self.later(self.next_ms, lambda: self.send(frame + 1, connection))

    def later(self, ms, what):
        asyncio.get_running_loop().call_later(ms / 1000, what)


class Client:
    def __init__(self, world, variant, rest_ms, next_ms):
        self.world = world
        self.println = world.println
        self.read_frames = getattr(self, variant)
        self.received = []
        self.server = Server(self.received, rest_ms, next_ms)
        self.stream = self.server.connect()
        self.kept = Parser()
        self.frames = None
        self.task = None
        self.timed_out = False

    async def buggy(self):
        while self.more_to_come():
            head = await self.read_exactly(1)
            length = length_in(head)
            self.println(f"a frame of {length}")
            body = await self.read_exactly(length)
            self.got(body)

    async def parser(self):
        while self.more_to_come():
            some = await self.read_some(8)
            self.kept.add(some)
            while body := self.kept.next():
                self.got(body)

    async def reader(self):
        if self.task is None:
            self.frames = asyncio.Queue()
            self.task = asyncio.create_task(self.read_for_ever())
        while self.more_to_come():
            self.world.await_begins()
            body = await self.frames.get()
            self.got(body)

    async def read_for_ever(self):
        while True:
            head = await self.read_exactly(1)
            body = await self.read_exactly(length_in(head))
            self.frames.put_nowait(body)

    async def close(self):
        while self.more_to_come():
            try:
                head = await self.read_exactly(1)
                body = await self.read_exactly(length_in(head))
            except asyncio.CancelledError:
                self.hang_up()
                raise
            self.got(body)

    async def read_exactly(self, count):
        self.world.await_begins()
        return (await self.stream.readexactly(count)).decode()

    async def read_some(self, most):
        self.world.await_begins()
        return (await self.stream.read(most)).decode()

    def more_to_come(self):
        return len(self.received) < len(WORDS)

    def got(self, body):
        self.println(f"got {body}")
        self.received.append(body)

    def hang_up(self):
        self.println("hang up")
        self.stream = self.server.connect()

    async def caller(self):
        self.timed_out = await self.world.race(self.read_frames())
        if self.timed_out:
            self.println("ping")
            await self.read_frames()

    def outcome(self):
        verdict, why = "holds", "All frames arrived"
        if self.received != WORDS:
            missing = [f"{len(word)}{word}" for word in WORDS if word not in self.received]
            verdict, why = "violated", f"Never read as a frame: {', '.join(missing)}"
        client = f"gets {', '.join(self.received)}" if self.received else "gets nothing"
        return {"winner": "timeout" if self.timed_out else "work", "verdict": verdict, "why": why, "client": client}


tell(Client)
