// A small site whose every page makes one wait. The first links to all others, so that as many as one likes can be under way.
// Any other path is answered at once, for those that warm up.
// node _site.ts [pages] [ms a page takes] serves it on a free port of this machine, and prints its address.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { watched } from '../../_shared/node/workers.ts';

const file = fileURLToPath(import.meta.url);

function page(number: number, pages: number): string {
  const links = number === 0 ? Array.from({ length: pages - 1 }, (_, index) => index + 1) : [];
  return `<h1>Page ${number}</h1>\n${links.map((link) => `<a href="/${link}">page ${link}</a>\n`).join('')}`;
}

function serve(pages: number, milliseconds: number) {
  const server = createServer((request, response) => {
    const number = Number(request.url?.slice(1));
    const answer = () => response.setHeader('Content-Type', 'text/html').end(page(number, pages));
    if (Number.isInteger(number)) setTimeout(answer, milliseconds);
    else answer();
  });
  process.stdin.on('end', () => process.exit()).resume(); // whoever started it is gone
  server.listen(0, '127.0.0.1', 1024, () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
}

/** Serves the site from a process of its own, which ends when this program does, and ends it when it dies. */
export async function startSite(pages: number, milliseconds: number): Promise<string> {
  const server = spawn(process.execPath, [file, String(pages), String(milliseconds)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  watched(server, 'site');
  const [line] = await once(server.stdout, 'data');
  server.unref();
  for (const pipe of [server.stdin, server.stdout] as unknown as Socket[]) pipe.unref();
  return String(line).trim();
}

if (process.argv[1] === file) serve(Number(process.argv[2]), Number(process.argv[3]));
