// Two threads count in one place of a SharedArrayBuffer, each so many times. Plain and called, they lose counts; with
// Atomics or a lock, none. There is no process version: processes in Node share no memory.
// Usage: node thread.ts [runs] [plain|called|atomic|locked] [counts of each thread]
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

type Counter = Int32Array & { 0: number };

function plain(counter: Counter, counts: number) {
  for (let i = 0; i < counts; i++) counter[0]++;
}

function addOne(value: number) {
  return value + 1;
}

function called(counter: Counter, counts: number) {
  for (let i = 0; i < counts; i++) counter[0] = addOne(counter[0]);
}

function atomic(counter: Counter, counts: number) {
  for (let i = 0; i < counts; i++) Atomics.add(counter, 0, 1);
}

function locked(counter: Counter, counts: number, lock: Int32Array) {
  for (let i = 0; i < counts; i++) {
    while (Atomics.exchange(lock, 0, 1) === 1) Atomics.wait(lock, 0, 1);
    counter[0]++;
    Atomics.store(lock, 0, 0);
    Atomics.notify(lock, 0, 1);
  }
}

const forms = {
  plain: { count: plain, counts: 2_000_000 },
  called: { count: called, counts: 2_000_000 },
  atomic: { count: atomic, counts: 200_000 },
  locked: { count: locked, counts: 50_000 },
};

async function main() {
  const [runs = '10', name = 'plain', wanted] = process.argv.slice(2);
  const form = forms[name as keyof typeof forms];
  const counts = wanted === undefined ? form.counts : Number(wanted);

  const counter = new Int32Array(new SharedArrayBuffer(4)) as Counter;
  const lock = new Int32Array(new SharedArrayBuffer(4));
  const workers = [1, 2].map(() => new Worker(new URL(import.meta.url), { workerData: { name, counter, lock } }));

  const totals: number[] = [];
  for (let run = 0; run < Number(runs); run++) {
    counter[0] = 0;
    for (const worker of workers) worker.postMessage(counts);
    await Promise.all(workers.map((worker) => once(worker, 'message')));
    totals.push(counter[0]);
  }
  for (const worker of workers) await worker.terminate();

  for (const total of totals) console.log(`counted ${total} of ${2 * counts}`);
  console.log(`lost = ${totals.reduce((lost, total) => lost + 2 * counts - total, 0)}`);
  console.log(`outcomes = ${new Set(totals).size}`);
}

function work(name: keyof typeof forms, counter: Counter, lock: Int32Array) {
  parentPort?.on('message', (counts: number) => {
    forms[name].count(counter, counts, lock);
    parentPort?.postMessage('done');
  });
}

if (isMainThread) await main();
else work(workerData.name, workerData.counter, workerData.lock);
