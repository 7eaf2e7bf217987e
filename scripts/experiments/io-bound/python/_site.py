"""A small site whose every page makes one wait. The first links to all others, so that as many as one likes can be under way.
It holds its first answers back until as many links as shall be waited for together have been asked for, and only then lets them wait.

python3 _site.py [pages] [links together] [ms a page takes] serves it on a free port of this machine, and prints that port.
"""
import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time

from _shared.endings import ending
from _shared.workers import die_with_parent


def page(number, pages):
    links = range(1, pages) if number == 0 else ()
    return f"<h1>Page {number}</h1>\n" + "".join(f'<a href="/{link}">page {link}</a>\n' for link in links)


async def serve(pages, together, milliseconds):
    links_asked, all_asked = 0, asyncio.Event()

    async def answer(reader, writer):
        nonlocal links_asked
        number = int((await reader.readuntil(b"\r\n\r\n")).split()[1].strip(b"/"))
        if number != 0:
            links_asked += 1
            if links_asked == together:
                all_asked.set()
            await all_asked.wait()
        await asyncio.sleep(milliseconds / 1000)
        writer.write(f"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n{page(number, pages)}".encode())
        await writer.drain()

    async def answer_and_close(reader, writer):
        # Whoever is gone before it has its answer is missed by its own program.
        with contextlib.closing(writer), contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            await answer(reader, writer)

    server = await asyncio.start_server(answer_and_close, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextlib.contextmanager
def site(pages, together, milliseconds):
    """Serves the site from a process of its own for as long as the `with` lasts. Gives its port. Its death ends the program."""
    command = [sys.executable, __file__, str(pages), str(min(together, pages - 1)), str(milliseconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as server:

        def look(*_):
            if server.poll() is not None:
                print(f"the site {ending(server.returncode)}", file=sys.stderr, flush=True)
                os._exit(1)

        signal.signal(signal.SIGCHLD, look)
        try:
            yield int(server.stdout.readline())
        except (OSError, ValueError):
            time.sleep(1)  # a connection may break a moment before the system says who has died
            look()
            raise
        finally:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            server.kill()


if __name__ == "__main__":
    die_with_parent()
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
