// The turn is a byte that goes through two named pipes.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownPages, walk } from './_hand_over.ts';

const byte = new Uint8Array(1);

/** Two pipes, and what opens this side of them once the other side has been started. */
export function makePipes() {
  const folder = mkdtempSync(join(tmpdir(), 'context-switch-'));
  const paths = [join(folder, 'ping'), join(folder, 'pong')] as const;
  execFileSync('mkfifo', paths);
  function open() {
    const write = openSync(paths[0], 'w'); // waits until the other side has opened the pipe too
    const read = openSync(paths[1], 'r');
    rmSync(folder, { recursive: true });
    function handOver() {
      writeSync(write, byte);
      if (readSync(read, byte) !== 1) throw new Error('the other side is gone');
    }
    return { write, handOver };
  }
  return { paths, open };
}

/** The other side: answers until the pipe is closed. */
export function answer(ping: string, pong: string) {
  const read = openSync(ping, 'r');
  const write = openSync(pong, 'w');
  try {
    const memory = ownPages();
    while (readSync(read, byte) === 1) {
      walk(memory);
      writeSync(write, byte);
    }
  } finally {
    closeSync(write); // a thread's end closes nothing, and the first side would wait for ever
  }
}
