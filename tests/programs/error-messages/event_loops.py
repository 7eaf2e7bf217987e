"""Mistakes with asyncio."""

import asyncio

from attempts import in_a_thread, since


@since()
def loop_closed():
    loop = asyncio.new_event_loop()
    loop.close()
    loop.call_soon(print)


@since()
def never_awaited():
    async def coroutine():
        pass

    coroutine()


@since()
def different_loop():
    other = asyncio.new_event_loop()

    async def wait_for_another():
        await other.create_future()

    try:
        asyncio.run(wait_for_another())
    finally:
        other.close()


@since()
def loop_other_thread():
    async def main():
        loop = asyncio.get_running_loop()
        await asyncio.to_thread(loop.call_soon, print)

    asyncio.run(main(), debug=True)


@since()
def run_running_loop():
    async def outer():
        inner = asyncio.sleep(0)
        try:
            asyncio.run(inner)
        finally:
            inner.close()

    asyncio.run(outer())


@since()
def no_event_loop():
    in_a_thread(asyncio.get_event_loop)


@since()
def loop_already_running():
    async def outer():
        inner = asyncio.sleep(0)
        try:
            asyncio.get_running_loop().run_until_complete(inner)
        finally:
            inner.close()

    asyncio.run(outer())
