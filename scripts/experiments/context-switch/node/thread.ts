// Two threads hand a byte back and forth through two named pipes: on one core, each hand-over is a context switch.
// The figure is half a round trip, so it includes the system calls that ask for the switch, and Node's own way to them.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread, Worker } from 'node:worker_threads';

const BATCHES = 10;
const CACHE_LINE = 64;
const byte = new Uint8Array(1);

function walk(memory: Uint8Array) {
  for (let i = 0; i < memory.length; i += CACHE_LINE) memory[i] = i;
}

function answer(ping: string, pong: string, workingSet: number) {
  const read = openSync(ping, 'r');
  const write = openSync(pong, 'w');
  const memory = new Uint8Array(workingSet);
  while (readSync(read, byte) === 1) {
    walk(memory);
    writeSync(write, byte);
  }
}

function batch(write: number, read: number, memory: Uint8Array, roundTrips: number) {
  const start = performance.now();
  for (let i = 0; i < roundTrips; i++) {
    walk(memory);
    writeSync(write, byte);
    readSync(read, byte);
  }
  return ((performance.now() - start) / roundTrips / 2) * 1000;
}

function median(values: number[]) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

if (isMainThread) {
  const [roundTrips = 2000, kibibytes = 0] = process.argv.slice(2).map(Number);
  const workingSet = kibibytes * 1024;

  const folder = mkdtempSync(join(tmpdir(), 'context-switch-'));
  const [ping, pong] = [join(folder, 'ping'), join(folder, 'pong')];
  execFileSync('mkfifo', [ping, pong]);
  const other = new Worker(new URL(import.meta.url), { argv: [ping, pong, workingSet] });
  const write = openSync(ping, 'w'); // waits until the other thread has opened the pipe too
  const read = openSync(pong, 'r');
  rmSync(folder, { recursive: true });

  const memory = new Uint8Array(workingSet);
  batch(write, read, memory, roundTrips); // warm-up
  const times = Array.from({ length: BATCHES }, () => batch(write, read, memory, roundTrips));
  closeSync(write); // the other thread reads the end of the pipe and returns

  other.once('exit', () => {
    const used = process.resourceUsage();
    const waiting = used.voluntaryContextSwitches;
    const preempted = used.involuntaryContextSwitches;
    const handOvers = 2 * roundTrips * (BATCHES + 1);
    console.log(`${handOvers} hand-overs: ${waiting} by waiting, ${preempted} by being preempted`);
    console.log(`switch = ${median(times).toFixed(3)} µs`);
    console.log(`switches = ${waiting + preempted}`);
  });
} else {
  const [ping = '', pong = '', workingSet = 0] = process.argv.slice(2);
  answer(ping, pong, Number(workingSet));
}
