import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SiteServer, serveSite } from '../../../scripts/site/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'served-site-'));
const page = `<!doctype html>${'<p>the same words over and over</p>'.repeat(200)}`;
let server: SiteServer;

/** Fetched without the client undoing what the server did. */
function raw(path: string, headers: Record<string, string>): Promise<{ response: IncomingMessage; bytes: number }> {
  return new Promise((resolve, reject) => {
    get(server.address + path, { headers }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () => resolve({ response, bytes }));
    }).on('error', reject);
  });
}

beforeAll(async () => {
  mkdirSync(join(folder, 'pagefind'));
  writeFileSync(join(folder, '_headers'), '/*\n  X-Everywhere: yes\n');
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, '404.html'), page);
  writeFileSync(join(folder, 'pagefind/en.pf_index'), page);
  server = await serveSite(folder, 0);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test.each(['br', 'gzip'])(
  'a page is sent as %s to whoever takes that, with the headers of its path',
  async (coding) => {
    const { response, bytes } = await raw('/', { 'accept-encoding': coding });
    expect(response.headers).toMatchObject({
      'content-encoding': coding,
      'x-everywhere': 'yes',
      vary: 'Accept-Encoding',
    });
    expect(bytes).toBeLessThan(page.length / 10);
  },
);

test('a page is sent as it is to whoever takes nothing else', async () => {
  const { response, bytes } = await raw('/', {});
  expect(response.headers['content-encoding']).toBeUndefined();
  expect(bytes).toBe(page.length);
});

test('a missing page is compressed too, and still missing', async () => {
  const { response } = await raw('/nowhere/', { 'accept-encoding': 'br' });
  expect(response.statusCode).toBe(404);
  expect(response.headers['content-encoding']).toBe('br');
});

test('what is compressed inside, and a part of a file, stay as they are', async () => {
  const index = await raw('/pagefind/en.pf_index', { 'accept-encoding': 'br' });
  expect(index.response.headers['content-encoding']).toBeUndefined();
  const part = await raw('/', { 'accept-encoding': 'br', range: 'bytes=0-99' });
  expect([part.response.statusCode, part.bytes]).toEqual([206, 100]);
});

test('a site under a path is served there, and nowhere else', async () => {
  const placed = mkdtempSync(join(tmpdir(), 'placed-site-'));
  mkdirSync(join(placed, 'deep'));
  for (const file of ['index.html', '404.html', 'deep/index.html']) writeFileSync(join(placed, file), `in ${file}`);
  writeFileSync(join(placed, '_headers'), '/docs/*\n  X-Everywhere: yes\n');
  const { address, close } = await serveSite(placed, 0);
  try {
    expect(new URL(address).pathname).toBe('/docs');
    const ask = async (path: string) => {
      const response = await fetch(new URL(path, address), { redirect: 'manual' });
      return [response.status, response.headers.get('location') ?? (await response.text())];
    };
    expect(await ask('/docs/')).toEqual([200, 'in index.html']);
    expect(await ask('/docs/deep/')).toEqual([200, 'in deep/index.html']);
    expect(await ask('/docs/deep')).toEqual([301, '/docs/deep/']);
    for (const outside of ['/', '/deep/', '/docsdeep/', '/docs/nowhere/']) {
      expect(await ask(outside), outside).toEqual([404, 'in 404.html']);
    }
  } finally {
    await close();
    rmSync(placed, { recursive: true });
  }
});
