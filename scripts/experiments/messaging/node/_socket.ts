// A channel of one socket of this machine's own, the same between threads and between processes: bytes there, sums back.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inbox } from './_exchange.ts';
import { read, readArguments } from './_messages.ts';

const SUM = 8;

/** Calls `heard` with every `size` bytes that arrive. */
function inPieces(socket: Socket, size: number, heard: (piece: Buffer<ArrayBuffer>) => void) {
  const piece = Buffer.alloc(size);
  let filled = 0;
  socket.on('data', (data: Buffer) => {
    let at = 0;
    while (at < data.length) {
      const taken = data.copy(piece, filled, at);
      at += taken;
      filled = (filled + taken) % size;
      if (filled === 0) heard(piece);
    }
  });
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
      inPieces(socket, SUM, (piece) => heard(piece.readDoubleLE()));
    return { socket, receive: inbox<number>({ on }) };
  }
  return { path, connected };
}

/** The receiver: answers everything that arrives, until the socket is closed. */
export function answerFrom(path: string): void {
  const { size, form } = readArguments();
  const socket = connect(path);
  inPieces(socket, size, (piece) => {
    const sum = Buffer.alloc(SUM);
    sum.writeDoubleLE(read(piece, form));
    socket.write(sum);
  });
}
