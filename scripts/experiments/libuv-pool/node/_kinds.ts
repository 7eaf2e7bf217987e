// The kinds of work: each a number of acts, of which one is done asynchronously or, where Node.js offers it, by blocking.
import { fork } from 'node:child_process';
import { pbkdf2, pbkdf2Sync } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';
import { watched } from '../../_shared/node/workers.ts';

const FILE = 256 * 1024;
/** Neither all alike nor without any order. */
const SHARED = Buffer.from(Array.from({ length: FILE }, (_, at) => (at * at + (at >> 3)) % 64));
const key = [5000, 32, 'sha256'] as const;
const derive = promisify(pbkdf2);
const compress = promisify(deflate);

interface Kind {
  count: number;
  /** What the acts need; returns a place that worker threads can be told too. */
  prepare?: (acts: number) => Promise<string>;
  act: (number: number, place: string) => Promise<number>;
  block?: (number: number, place: string) => number;
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pool-'));
  process.on('exit', () => {
    // A thread may wait for the other end of a named pipe, and the program's end for that thread: it gets one, and no data.
    const ends = readdirSync(folder).map((name) => openSync(join(folder, name), constants.O_RDWR));
    rmSync(folder, { recursive: true });
    for (const end of ends) closeSync(end);
  });
  return folder;
}

async function makeFiles(acts: number): Promise<string> {
  const folder = makeFolder();
  for (let number = 0; number < acts; number++) writeFileSync(join(folder, String(number)), SHARED);
  return folder;
}

/** Named pipes; a child of its own answers each, 20 ms after it was opened. */
async function makeSlowFiles(acts: number): Promise<string> {
  const folder = makeFolder();
  const env = { ...process.env, UV_THREADPOOL_SIZE: String(acts) };
  const child = watched(
    fork(new URL('./_slow-files.mjs', import.meta.url), [folder, String(acts)], { env }),
    'slow-files',
  );
  await once(child, 'message');
  child.unref();
  child.channel?.unref();
  return folder;
}

async function startEcho(): Promise<string> {
  const server = createServer((socket) => socket.pipe(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return String((server.address() as AddressInfo).port);
}

async function roundTrip(_: number, port: string): Promise<number> {
  const socket = connect(Number(port), '127.0.0.1').end('a line');
  let bytes = 0;
  for await (const data of socket) bytes += data.length;
  return bytes;
}

const read = async (number: number, folder: string) => (await readFile(join(folder, String(number)))).length;
const readBlocking = (number: number, folder: string) => readFileSync(join(folder, String(number))).length;

export const KINDS: Record<string, Kind> = {
  sockets: { count: 100, prepare: startEcho, act: roundTrip },
  files: { count: 64, prepare: makeFiles, act: read, block: readBlocking },
  'slow-files': { count: 16, prepare: makeSlowFiles, act: read, block: readBlocking },
  lookups: { count: 200, act: async () => (await lookup('localhost', { family: 4 })).family },
  hashes: {
    count: 16,
    act: async (number) => (await derive('a password', String(number), ...key))[0] ?? 0,
    block: (number) => pbkdf2Sync('a password', String(number), ...key)[0] ?? 0,
  },
  compression: {
    count: 16,
    act: async () => (await compress(SHARED)).length,
    block: () => deflateSync(SHARED).length,
  },
};
