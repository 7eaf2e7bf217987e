/** The program of the A/A control: two threads hand a number to and fro on one core. Touchy about any disturbance. */
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const BATCHES = 51;
const ROUND_TRIPS = 150;
/** Batches until the engine has compiled what it will: without them the same program differed from itself three times as far. */
const WARM_UP = 100;

function play(turn: Int32Array, mine: number, rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    while (Atomics.load(turn, 0) !== mine) Atomics.wait(turn, 0, 1 - mine);
    Atomics.store(turn, 0, 1 - mine);
    Atomics.notify(turn, 0);
  }
}

if (isMainThread) {
  const turn = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL(import.meta.url), { workerData: turn });
  play(turn, 0, ROUND_TRIPS * WARM_UP); // Also waits for the other thread to be there.
  const times: number[] = [];
  for (let batch = 0; batch < BATCHES; batch++) {
    const start = performance.now();
    play(turn, 0, ROUND_TRIPS);
    times.push((1000 * (performance.now() - start)) / ROUND_TRIPS);
  }
  worker.once('exit', () => {
    const [median] = times.sort((a, b) => a - b).slice(Math.floor(BATCHES / 2));
    console.log(`round-trip = ${median} µs`);
  });
} else {
  play(workerData as Int32Array, 1, ROUND_TRIPS * (WARM_UP + BATCHES));
}
