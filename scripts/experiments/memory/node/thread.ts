// How much more memory does each worker thread cost? A figure that counts shared pages once needs PSS (Linux).
// node thread.ts [workers] [MiB of their own] [MiB of the parent]
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

const count = Number(process.argv[2] ?? 4);
const own = process.argv[3] ?? '0';
const held = Buffer.alloc(Number(process.argv[4] ?? 0) * 2 ** 20, 1); // written to, so that it is really there

if (!existsSync('/proc/self/smaps_rollup')) {
  console.error(
    'Expected /proc/self/smaps_rollup, which tells PSS; this system has none. Run it on Linux 4.14 or later.',
  );
  process.exit(1);
}

/** Memory of the processes together, in KiB: PSS shares each page among its users, USS is what only they use. */
function memory(pids: number[]) {
  const sum = { pss: 0, uss: 0, rss: 0 };
  for (const pid of pids) {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const kib = (name: string) => Number(rollup.match(`\n${name}: +(\\d+) kB`)?.[1]);
    sum.pss += kib('Pss');
    sum.uss += kib('Private_Clean') + kib('Private_Dirty');
    sum.rss += kib('Rss');
  }
  return sum;
}

/** Reads until two readings agree: workers go on allocating for a while after they have started. */
async function settled(pids: number[]) {
  let last = memory(pids);
  for (let reading = 0; reading < 40; reading++) {
    await sleep(40);
    const next = memory(pids);
    if (Math.abs(next.pss - last.pss) <= 64) return next;
    last = next;
  }
  return last;
}

const before = await settled([process.pid]);
const workers = Array.from(
  { length: count },
  () => new Worker(new URL('./_thread-worker.mjs', import.meta.url), { argv: [own] }),
);
await Promise.all(workers.map((worker) => once(worker, 'message')));
const after = await settled([process.pid]);

console.log(
  `${count} threads in one process of ${after.pss} KiB, of which ${held.length / 2 ** 10} KiB were held before`,
);
console.log(`pss-per-worker = ${((after.pss - before.pss) / count).toFixed(1)} KiB`);
console.log(`uss-per-worker = ${((after.uss - before.uss) / count).toFixed(1)} KiB`);
console.log(`rss-per-worker = ${((after.rss - before.rss) / count).toFixed(1)} KiB`);

for (const worker of workers) worker.postMessage('stop');
