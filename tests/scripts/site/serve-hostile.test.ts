/** What a client may do to the server, over sockets of its own: one answer each, and the server serves the next. */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SiteServer, serveSite } from '../../../scripts/site/serve.ts';

const parent = mkdtempSync(join(tmpdir(), 'hostile-clients-'));
const folder = join(parent, 'site');
const LARGE = 8 * 1024 * 1024;
let server: SiteServer;

function writeSite(place: string, word: string): void {
  mkdirSync(join(place, 'deep'), { recursive: true });
  writeFileSync(join(place, '_headers'), `/*\n  X-Site: ${word}\n`);
  writeFileSync(join(place, '404.html'), `${word}: nothing here`);
  writeFileSync(join(place, 'index.html'), word);
  writeFileSync(join(place, 'deep/index.html'), `${word}, deep`);
  writeFileSync(join(place, 'ten.txt'), '0123456789');
  writeFileSync(join(place, 'large.txt'), Buffer.alloc(LARGE));
  writeFileSync(join(parent, 'secret.txt'), 'not for clients');
}

const open = (): Socket => connect(Number(new URL(server.address).port), '127.0.0.1');

/** Sends lines as they are, and reads until the server closes. */
function send(first: string, ...more: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const lines = [first, 'Host: 127.0.0.1', ...more, 'Connection: close', '', ''];
    const socket = open();
    socket.on('data', (part) => {
      answer += part.toString('latin1');
    });
    socket.once('error', reject).once('close', () => resolve(answer));
    socket.write(lines.join('\r\n'));
  });
}

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

beforeAll(async () => {
  writeSite(folder, 'first');
  server = await serveSite(folder, 0);
});
afterAll(async () => {
  await server.close();
  rmSync(parent, { recursive: true });
});

describe('a request that makes no sense', () => {
  test.each([
    ['GET /% HTTP/1.1', 400],
    ['GET /a%ZZ HTTP/1.1', 400],
    ['GET /%C0%AF HTTP/1.1', 400],
    ['GET // HTTP/1.1', 400],
    ['GET /\\ HTTP/1.1', 400],
    ['GET http://[::1 HTTP/1.1', 400],
    ['GET http://127.0.0.1/deep/ HTTP/1.1', 200],
    ['GET //elsewhere.test HTTP/1.1', 404],
    ['GET //elsewhere.test/.. HTTP/1.1', 301],
    ['GET /%00 HTTP/1.1', 404],
    [`GET /${'a/'.repeat(3000)} HTTP/1.1`, 404],
    [`GET /${'a'.repeat(3000)} HTTP/1.1`, 404],
    [`GET /${'a'.repeat(20_000)} HTTP/1.1`, 431],
    ['GET /../secret.txt HTTP/1.1', 404],
    ['GET /%2e%2e/secret.txt HTTP/1.1', 404],
    ['GET /..%2fsecret.txt HTTP/1.1', 404],
    ['GET /ten.txt/ HTTP/1.1', 404],
    ['OPTIONS * HTTP/1.1', 404],
    ['POST / HTTP/1.1', 404],
    ['NONSENSE', 400],
  ])('%j is answered with %i', async (line, status) => {
    const answer = await send(line);
    expect(statusOf(answer)).toBe(status);
    expect(answer).not.toContain('not for clients');
    expect(answer).not.toMatch(/Location: (\/\/|http)/);
    expect(statusOf(await send('GET / HTTP/1.1'))).toBe(200);
  });

  test('a folder without its slash leads to the folder, nowhere else', async () => {
    expect(await send('GET /deep HTTP/1.1')).toMatch(/^HTTP\/1\.1 301.*\r\nLocation: \/deep\/\r\n/is);
  });
});

describe('a range', () => {
  test.each([
    ['bytes=2-5', 206, '2345'],
    ['bytes=-3', 206, '789'],
    ['bytes=7-', 206, '789'],
    ['bytes=8-99999999999999999999999', 206, '89'],
    ['bytes=5-2', 416, undefined],
    ['bytes=99999999999999999999999-', 416, undefined],
    ['bytes=20-30', 416, undefined],
    ['bytes=x-y', 200, '0123456789'],
    ['bytes=-', 200, '0123456789'],
    ['lines=1-2', 200, '0123456789'],
    ['bytes=0-1,3-4', 200, '0123456789'],
  ])('%s is answered with %i', async (range, status, body) => {
    const answer = await send('GET /ten.txt HTTP/1.1', `Range: ${range}`);
    expect(statusOf(answer)).toBe(status);
    if (body !== undefined) expect(answer.split('\r\n\r\n')[1]).toBe(body);
    expect(statusOf(await send('GET / HTTP/1.1'))).toBe(200);
  });
});

test('a build that replaces the site is served at once, headers and missing page too', async () => {
  writeSite(join(parent, 'next'), 'second');
  rmSync(join(parent, 'next/ten.txt'));
  renameSync(folder, join(parent, 'old'));
  expect(statusOf(await send('GET / HTTP/1.1'))).toBe(404);
  renameSync(join(parent, 'next'), folder);
  expect(await send('GET / HTTP/1.1')).toMatch(/X-Site: second[\s\S]*\r\n\r\nsecond$/);
  const gone = await send('GET /ten.txt HTTP/1.1');
  expect(statusOf(gone)).toBe(404);
  expect(gone).toMatch(/\r\nsecond: nothing here\r\n/);
});

const descriptors = (): number => readdirSync('/proc/self/fd').length;

describe.skipIf(process.platform !== 'linux')('a download that is given up', () => {
  test.each([['gzip'], ['identity']])('leaves no descriptor behind (%s)', async (coding) => {
    const before = descriptors();
    for (let batch = 0; batch < 10; batch++) {
      const sockets = Array.from({ length: 20 }, open);
      const begun = sockets.map((socket) => new Promise((resolve) => socket.once('data', resolve)));
      for (const socket of sockets) {
        socket.write(`GET /large.txt HTTP/1.1\r\nHost: x\r\nAccept-Encoding: ${coding}\r\n\r\n`);
      }
      await Promise.all(begun);
      for (const socket of sockets) socket.destroy();
    }
    await expect.poll(descriptors, { timeout: 20_000 }).toBeLessThan(before + 20);
    expect(statusOf(await send('GET / HTTP/1.1'))).toBe(200);
  });
});

test('five hundred requests at once are all answered', async () => {
  const paths = ['/', '/deep/', '/nowhere/', '/%', '/large.txt'];
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, index) => send(`HEAD ${paths[index % paths.length]} HTTP/1.1`)),
  );
  const counts = Map.groupBy(answers.map(statusOf), (status) => status);
  expect([...counts].map(([status, { length }]) => [status, length]).sort()).toEqual([
    [200, 300],
    [400, 100],
    [404, 100],
  ]);
});

test('two hundred clients that read nothing leave it serving', async () => {
  const slow = Array.from({ length: 200 }, open);
  await Promise.all(slow.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
  for (const socket of slow) {
    socket.pause();
    socket.write('GET /large.txt HTTP/1.1\r\nHost: x\r\n\r\n');
  }
  expect(statusOf(await send('GET / HTTP/1.1'))).toBe(200);
  for (const socket of slow) socket.destroy();
  expect(statusOf(await send('GET / HTTP/1.1'))).toBe(200);
});
