// A channel of one socket of this machine's own, the same between threads and between processes: bytes there, sums back.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inbox } from './_exchange.ts';
import { read, readArguments } from './_messages.ts';

const SUM = 8;
/** Bytes at a time: as many as Node.js would read into a buffer that it made anew each time. */
const READ = 65536;

/** What takes all that arrives, and calls `heard` with every `size` bytes of it. */
function inPieces(size: number, heard: (piece: Buffer<ArrayBuffer>) => void) {
  const piece = Buffer.alloc(size);
  let filled = 0;
  return (data: Uint8Array) => {
    let at = 0;
    while (at < data.length) {
      const part = data.subarray(at, at + size - filled);
      piece.set(part, filled);
      at += part.length;
      filled = (filled + part.length) % size;
      if (filled === 0) heard(piece);
    }
  };
}

/** A place to connect to, and what gives the connection and its answers once somebody has. */
export async function listen() {
  const folder = mkdtempSync(join(tmpdir(), 'messages-'));
  const path = join(folder, 'socket');
  const server = createServer().listen(path);
  await once(server, 'listening');
  async function connected() {
    const [socket] = (await once(server, 'connection')) as [Socket];
    server.close();
    rmSync(folder, { recursive: true, force: true });
    socket.on('error', () => undefined); // the receiver is gone, and its own end says how
    const on = (_: 'message', heard: (sum: number) => void) =>
      socket.on(
        'data',
        inPieces(SUM, (piece) => heard(piece.readDoubleLE())),
      );
    return { socket, receive: inbox<number>({ on }) };
  }
  return { path, connected };
}

/** The receiver: answers everything that arrives, until the socket is closed. It reads into one buffer again and again. */
export function answerFrom(path: string): void {
  const { size, form } = readArguments();
  const take = inPieces(size, (piece) => {
    const sum = Buffer.alloc(SUM);
    sum.writeDoubleLE(read(piece, form));
    socket.write(sum);
  });
  const buffer = Buffer.alloc(READ);
  const callback = (bytes: number) => {
    take(buffer.subarray(0, bytes));
    return true;
  };
  const socket = connect({ path, onread: { buffer, callback } });
}
