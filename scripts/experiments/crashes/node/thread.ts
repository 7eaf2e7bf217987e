// One worker thread fails while another one counts. Who is still there afterwards?
// node thread.ts [fault, see _worker.mjs]
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

const fault = process.argv[2] ?? 'exception';

const bystander = new Worker(new URL('./_bystander.mjs', import.meta.url));
const worker = new Worker(new URL('./_worker.mjs', import.meta.url), {
  argv: [fault],
  resourceLimits: { maxOldGenerationSizeMb: 32 },
});

let tick = 0; // when the bystander was last heard of
bystander.on('message', (now: number) => {
  tick = now;
});
if (fault !== 'exception-unheard')
  worker.on('error', (error: Error) => console.log(`the host was told: ${error.message}`));

const ended = new Promise<number>((resolve) => worker.once('exit', resolve)); // events.once would hear errors too
await once(bystander, 'message');
worker.postMessage('go');
if (fault === 'endless-loop') setTimeout(() => worker.terminate(), 200);
const code = await Promise.race([ended, sleep(2000, undefined, { ref: false })]);
const time = Date.now();

console.log(`gone = ${code === undefined ? 0 : 1}`);
if (code !== undefined) console.log(`worker-code = ${code}`);
for (let wait = 0; wait < 50 && tick <= time; wait++) await sleep(20);
console.log(`bystander = ${tick > time ? 1 : 0}`);
process.exit(); // whoever still runs ends here
