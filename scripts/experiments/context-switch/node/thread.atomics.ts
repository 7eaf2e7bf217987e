// Two threads take turns on one integer of a SharedArrayBuffer, asleep in Atomics.wait in between: on one core, each turn
// is a context switch. There is no process version: processes in Node cannot share a SharedArrayBuffer.
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const BATCHES = 10;
const CACHE_LINE = 64;
const [MINE, OTHERS, OVER] = [0, 1, 2];

function waitFor(turn: Int32Array, whose: number) {
  let now = Atomics.load(turn, 0);
  while (now !== whose && now !== OVER) {
    Atomics.wait(turn, 0, now);
    now = Atomics.load(turn, 0);
  }
  return now;
}

function give(turn: Int32Array, whose: number) {
  Atomics.store(turn, 0, whose);
  Atomics.notify(turn, 0);
}

function walk(memory: Uint8Array) {
  for (let i = 0; i < memory.length; i += CACHE_LINE) memory[i] = i;
}

function answer(turn: Int32Array, workingSet: number) {
  const memory = new Uint8Array(workingSet);
  while (waitFor(turn, OTHERS) !== OVER) {
    walk(memory);
    give(turn, MINE);
  }
}

function batch(turn: Int32Array, memory: Uint8Array, roundTrips: number) {
  const start = performance.now();
  for (let i = 0; i < roundTrips; i++) {
    walk(memory);
    give(turn, OTHERS);
    waitFor(turn, MINE);
  }
  return ((performance.now() - start) / roundTrips / 2) * 1000;
}

function median(values: number[]) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

if (isMainThread) {
  const [roundTrips = 2000, kibibytes = 0] = process.argv.slice(2).map(Number);
  const workingSet = kibibytes * 1024;

  const turn = new Int32Array(new SharedArrayBuffer(4));
  const other = new Worker(new URL(import.meta.url), { workerData: { turn, workingSet } });

  const memory = new Uint8Array(workingSet);
  batch(turn, memory, roundTrips); // warm-up
  const times = Array.from({ length: BATCHES }, () => batch(turn, memory, roundTrips));
  give(turn, OVER);

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
  answer(workerData.turn, workerData.workingSet);
}
