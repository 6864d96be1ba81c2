# SPDX-License-Identifier: GPL-3.0-or-later
"""wait_for up to Python 3.11 loses a cancel that comes when what it waits for is done already."""
import asyncio


async def waits(future):
    await asyncio.wait_for(future, 10)
    return "the cancel was swallowed"


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(0)  # now it waits
    future.set_result(None)
    task.cancel()
    try:
        print(await task)
    except asyncio.CancelledError:
        print("CancelledError")


asyncio.run(main())
