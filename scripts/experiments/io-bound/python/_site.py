"""A small site whose every page makes one wait. The first links to all others, so that as many as one likes can be under way.

python3 _site.py [pages] [ms a page takes] serves it on a free port of this machine, and prints that port.
"""
import asyncio
import contextlib
import subprocess
import sys

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
    """Serves the site from a process of its own for as long as the `with` lasts. Gives its port."""
    command = [sys.executable, __file__, str(pages), str(milliseconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as server:
        try:
            yield int(server.stdout.readline())
        finally:
            server.kill()


if __name__ == "__main__":
    die_with_parent()
    asyncio.run(serve(int(sys.argv[1]), float(sys.argv[2])))
