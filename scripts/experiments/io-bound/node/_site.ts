// A small site whose every page takes a while and links to ten more: page 0 to 1–10, page 1 to 11–20, and so on.
// node _site.ts [pages] [ms a page takes] serves it on a free port of this machine, and prints its address.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(import.meta.url);

function page(number: number, pages: number): string {
  const links = Array.from({ length: 10 }, (_, index) => 10 * number + 1 + index).filter((link) => link < pages);
  return `<h1>Page ${number}</h1>\n${links.map((link) => `<a href="/${link}">page ${link}</a>\n`).join('')}`;
}

function serve(pages: number, milliseconds: number) {
  const server = createServer((request, response) => {
    const number = Number(request.url?.slice(1));
    setTimeout(() => response.setHeader('Content-Type', 'text/html').end(page(number, pages)), milliseconds);
  });
  server.listen(0, '127.0.0.1', 1024, () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
}

/** Serves the site from a process of its own. */
export async function startSite(
  pages: number,
  milliseconds: number,
): Promise<{ address: string; server: ChildProcess }> {
  const server = spawn(process.execPath, [file, String(pages), String(milliseconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(server.stdout, 'data');
  return { address: String(line).trim(), server };
}

if (process.argv[1] === file) serve(Number(process.argv[2]), Number(process.argv[3]));
