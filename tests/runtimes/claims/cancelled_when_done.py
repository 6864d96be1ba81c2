# SPDX-License-Identifier: GPL-3.0-or-later
"""What is awaited is done, and its task has not been resumed yet: a cancel that comes then is thrown at that very await."""
import asyncio


async def work(future):
    print("got", await future)
    await asyncio.sleep(0)
    print("after the next await")


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(work(future))
    await asyncio.sleep(0)  # now it waits
    future.set_result("the result")
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("CancelledError, and nothing was got")


asyncio.run(main())
