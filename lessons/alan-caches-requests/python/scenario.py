# SPDX-License-Identifier: GPL-3.0-or-later
"""The world around a variant, on an event loop whose time is virtual.

    python3 buggy.py 200 100 150 250 350

The downstream takes 200 ms, the client 100 ms; each further number is a timeout in ms, and gets a line of JSON.
"""
import asyncio
import json
import pathlib
import selectors
import sys


class VirtualLoop(asyncio.SelectorEventLoop):
    """Where a loop would sleep until its next timer, this one lets its time jump there."""

    class Selector(selectors.SelectSelector):
        now = 0.0

        def select(self, timeout=None):
            if timeout is None:
                raise RuntimeError("everything waits, and no timer will end it")
            self.now += max(timeout, 0)
            return super().select(0)

    def __init__(self):
        self.virtual = self.Selector()
        super().__init__(self.virtual)

    def time(self):
        return self.virtual.now


def now_ms():
    return round(asyncio.get_running_loop().time() * 1000)


class Cache:
    def __init__(self):
        self.entries = {"user/42": ("v1", False)}  # not fresh: three weeks old
        self.written = None

    def get(self, key):
        value, fresh = self.entries.get(key, (None, False))
        return value if fresh else None

    def get_any(self, key):
        return self.entries[key][0]

    def set(self, key, value):
        self.entries[key] = (value, True)
        self.written = now_ms()


class Http:
    def __init__(self, takes_ms):
        self.takes_ms = takes_ms

    async def make_request(self, key):
        await asyncio.sleep(self.takes_ms / 1000)
        return "v2"


class Channel:
    def __init__(self, ready_in_ms):
        self.ready_in_ms = ready_in_ms
        self.received = ""

    async def send(self, value):
        await asyncio.sleep(self.ready_in_ms / 1000)
        self.received = value


class Service:
    def __init__(self, downstream, client):
        self.cache = Cache()
        self.http = Http(downstream)
        self.channel = Channel(client)


async def handle_request(service, limit):
    winner = "work"
    try:
        async with asyncio.timeout(limit / 1000):
            await service.get_response("user/42")
    except TimeoutError:
        winner = "timeout"
        service.channel.received = service.cache.get_any("user/42")
    return {"winner": winner, "over_ms": now_ms()}


def main(variant):
    downstream, client, *timeouts = map(int, sys.argv[1:])
    for timeout in timeouts:
        service = variant(downstream, client)
        with asyncio.Runner(loop_factory=VirtualLoop) as runner:
            raced = runner.run(handle_request(service, timeout))
        written = service.cache.written
        line = {"variant": pathlib.Path(sys.argv[0]).stem, "timeout_ms": timeout, **raced}
        line |= {"wrote": written is not None, "wrote_ms": written, "client": service.channel.received}
        print(json.dumps(line))
