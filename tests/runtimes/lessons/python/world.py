# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lessons' programs have in common: a console, a race, and what goes on outside of a program.

    python3 half_a_frame.py buggy 60 90 none 150 4+ -- parser 60 90 150

The lesson's parameters in ms, in the order of its lesson.toml. What follows are points to cancel at, each of which gets a line of
JSON: never, after 150 ms, or when what await 4 waits for is there and its coroutine has not been resumed yet. Then the same of
another variant.
"""
import asyncio
import json
import pathlib
import sys
import types

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parents[3] / "lessons/alan-caches-requests/python"))
from scenario import VirtualLoop, now_ms  # noqa: E402


class World:
    def __init__(self, point):
        self.point = point
        self.log = []
        self.awaits = 0  # of the work, that have begun
        self.in_work = False

    def println(self, text):
        self.log.append(f"{now_ms()} {text}")

    def await_begins(self):
        """Each operation that a lesson awaits says so as it begins. Only those of what is raced have a number."""
        self.awaits += self.in_work

    async def race(self, work, limited=True):
        """Whether the timeout won. The work has ended then, by the CancelledError at its await."""
        counted = self._steps(work)
        if not limited or self.point == "none":
            await counted
            return False
        try:
            if self.point.endswith("+"):
                await counted
            else:
                async with asyncio.timeout(max(0, int(self.point) - now_ms()) / 1000):
                    await counted
        except TimeoutError:
            return True
        except asyncio.CancelledError:  # that of _steps(), which then ends as asyncio.timeout does
            asyncio.current_task().uncancel()
            return True
        return False

    @types.coroutine
    def _steps(self, work):
        """As `await work`, but for the numbers of its awaits, and the cancel in the moment between."""
        task = asyncio.current_task()
        error = None
        while True:
            self.in_work = True
            try:
                future = work.throw(error) if error else work.send(None)
            except StopIteration as stop:
                return stop.value
            finally:
                self.in_work = False
            if self.point == f"{self.awaits}+" and future is not None:
                self.point = "over"
                future.add_done_callback(lambda _: task.cancel())  # before the one that resumes the task
            error = None
            try:
                yield future
            except BaseException as thrown:
                error = thrown


async def outside(takes_ms, done):
    """What somebody else does meanwhile, such as a database. When it is done, it is, whoever still hears of it; cancelled before,
    it is not done at all."""
    future = asyncio.get_running_loop().create_future()

    def end():
        done()
        if not future.done():
            future.set_result(None)

    timer = asyncio.get_running_loop().call_later(takes_ms / 1000, end)
    try:
        await future
    finally:
        timer.cancel()


def tell(lesson):
    """A line for each point; `lesson(world, variant, a, b)` has a coroutine caller(), and outcome() when nothing is left to run."""
    for job in " ".join(sys.argv[1:]).split(" -- "):
        variant, first, second, *points = job.split()
        for point in points:
            print(json.dumps(_line(lesson, variant, int(first), int(second), point)))


def _line(lesson, variant, first, second, point):
    world = World(point)
    made = []

    async def run():
        made.append(lesson(world, variant, first, second))
        await made[0].caller()
        await asyncio.sleep(100)  # for what runs on

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        try:
            runner.run(run())
        except RuntimeError as stuck:
            if "everything waits" not in str(stuck):
                raise
        return {"at": point, **made[0].outcome(), "log": world.log}
