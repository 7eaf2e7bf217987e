// Two threads move money between two accounts, one each way. Each locks the account it takes from, then the other: now
// and then both hold one lock and wait for the other's for ever. Here they give up after a while, so that it can be counted.
// Usage: node thread.deadlock.ts [runs] [opposite|same order] [transfers of each thread]
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const PATIENCE = 20; // ms

interface Bank {
  locks: Int32Array;
  balances: Int32Array;
  waiting: Int32Array;
}

/** Takes the lock of an account; false if that takes longer than `patience` ms. */
function lock({ locks }: Bank, account: number, patience = Number.POSITIVE_INFINITY) {
  while (Atomics.exchange(locks, account, 1) === 1) {
    if (Atomics.wait(locks, account, 1, patience) === 'timed-out') return false;
  }
  return true;
}

function unlock({ locks }: Bank, account: number) {
  Atomics.store(locks, account, 0);
  Atomics.notify(locks, account, 1);
}

/** Whether the two threads came to a standstill. */
function transferAll(bank: Bank, from: number, order: string, transfers: number) {
  const to = 1 - from;
  const [first, second] = order === 'same' ? [0, 1] : [from, to];
  for (let i = 0; i < transfers; i++) {
    lock(bank, first);
    Atomics.store(bank.waiting, from, 1); // holds one lock, wants the other
    if (!lock(bank, second, PATIENCE)) {
      const both = Atomics.load(bank.waiting, to) === 1; // and so does the other thread
      unlock(bank, first);
      return both;
    }
    Atomics.sub(bank.balances, from, 1);
    Atomics.add(bank.balances, to, 1);
    unlock(bank, second);
    Atomics.store(bank.waiting, from, 0);
    unlock(bank, first);
  }
  return false;
}

async function main() {
  const [runs = '10', order = 'opposite', transfers = '20000'] = process.argv.slice(2);
  const pair = () => new Int32Array(new SharedArrayBuffer(8));
  const bank: Bank = { locks: pair(), balances: pair(), waiting: pair() };
  const workers = [0, 1].map((from) => new Worker(new URL(import.meta.url), { workerData: { bank, from, order } }));

  let deadlocked = 0;
  for (let run = 0; run < Number(runs); run++) {
    bank.waiting.fill(0);
    for (const worker of workers) worker.postMessage(Number(transfers));
    const standstills = await Promise.all(workers.map((worker) => once(worker, 'message')));
    if (standstills.flat().includes(true)) deadlocked++;
  }
  for (const worker of workers) await worker.terminate();

  console.log(`${deadlocked} of ${runs} runs came to a standstill`);
  console.log(`deadlocked = ${deadlocked}`);
}

function work(bank: Bank, from: number, order: string) {
  parentPort?.on('message', (transfers: number) => {
    parentPort?.postMessage(transferAll(bank, from, order, transfers));
  });
}

if (isMainThread) await main();
else work(workerData.bank, workerData.from, workerData.order);
