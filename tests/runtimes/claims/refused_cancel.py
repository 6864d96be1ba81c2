# SPDX-License-Identifier: GPL-3.0-or-later
"""asyncio cancels by an exception at the await. It can be caught, and the timeout waits until the loser has ended."""
import asyncio


async def work(may_go_on):
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        print("CancelledError at the await")
        await may_go_on.wait()
        print("went on")


async def main():
    may_go_on = asyncio.Event()
    asyncio.get_running_loop().call_later(0.001, may_go_on.set)
    try:
        async with asyncio.timeout(0):
            await work(may_go_on)
            print("work returned")
            await asyncio.sleep(0)
    except TimeoutError:
        print("timeout")
    print("race over")


asyncio.run(main())
