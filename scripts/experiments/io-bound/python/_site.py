"""A small site whose every page makes one wait. The first links to all others, so that as many as one likes can be under way.

python3 _site.py [pages] [ms a page takes] serves it on a free port of this machine, and prints that port.
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


async def serve(pages, milliseconds):
    async def answer(reader, writer):
        request = await reader.readuntil(b"\r\n\r\n")
        await asyncio.sleep(milliseconds / 1000)
        number = int(request.split()[1].strip(b"/"))
        writer.write(f"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n{page(number, pages)}".encode())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextlib.contextmanager
def site(pages, milliseconds):
    """Serves the site from a process of its own for as long as the `with` lasts. Gives its port. Its death ends the program."""
    command = [sys.executable, __file__, str(pages), str(milliseconds)]
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
    asyncio.run(serve(int(sys.argv[1]), float(sys.argv[2])))
