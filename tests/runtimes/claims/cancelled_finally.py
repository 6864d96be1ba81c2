# SPDX-License-Identifier: GPL-3.0-or-later
"""Cleanup that awaits can be cancelled in its turn."""
import asyncio


async def work():
    try:
        await asyncio.Event().wait()
    finally:
        print("finally begins")
        await asyncio.Event().wait()
        print("finally ends")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("CancelledError")


asyncio.run(main())
