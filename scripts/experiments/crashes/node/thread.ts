// One worker thread fails while another one counts. Who is still there afterwards?
// node thread.ts [fault, see _faults.ts]
import { writeSync } from 'node:fs';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { MessageChannel, Worker } from 'node:worker_threads';
import { buildAddon } from './_addon.ts';
import { chosen } from './_faults.ts';

const fault = chosen();
if (fault.name === 'abort') {
  console.log('does not apply: process.abort() is not there in a worker thread, it throws');
  process.exit();
}
const addon = fault.name === 'native-fault' ? buildAddon() : '';
// If the whole process goes, how it goes is compared with this; straight to the descriptor, so that it is not lost then.
const { code: byCode, signal } = fault;
writeSync(
  1,
  signal && byCode === undefined ? `fault-signal = ${constants.signals[signal]}\n` : `fault-code = ${byCode}\n`,
);

const here = (file: string) => new URL(file, import.meta.url);
const { port1: fromBystander, port2: toHost } = new MessageChannel();
let tick = 0; // when the bystander was last heard of
fromBystander.on('message', (now: number) => {
  tick = now;
});
const lead = { workerData: toHost, transferList: [toHost] };
let worker: Worker;
if (fault.name === 'parent-dies') {
  worker = new Worker(here('./_parent.mjs'), lead); // which starts the bystander
} else {
  new Worker(here('./_bystander.mjs'), lead);
  worker = new Worker(here('./_worker.mjs'), {
    argv: [fault.name, addon],
    resourceLimits: { maxOldGenerationSizeMb: 32 },
  });
}
let told: string | undefined;
if (fault.name !== 'exception-unheard')
  worker.on('error', (error: Error) => {
    told = error.message;
    console.log(`the host was told: ${told}`);
  });

const ended = new Promise<number>((resolve) => worker.once('exit', resolve)); // events.once would hear errors too
while (tick === 0) await sleep(5);
worker.postMessage('go');
if (fault.name === 'endless-loop') setTimeout(() => worker.terminate(), 200);
const within = (milliseconds: number) => Promise.race([ended, sleep(milliseconds, undefined, { ref: false })]);
const code = await within(3000);
const time = Date.now();

// The host is still here: the error proves the fault, or the code that only it gives, or that only the host could end it.
const proved = fault.error ? told === fault.error : code === (fault.name === 'endless-loop' ? 1 : fault.code);
console.log(`reached = ${proved ? 1 : 0}`);
console.log(`gone = ${code === undefined ? 0 : 1}`);
if (code !== undefined) console.log(`worker-code = ${code}`);
for (let wait = 0; wait < 50 && tick <= time; wait++) await sleep(20);
console.log(`bystander = ${tick > time ? 1 : 0}`);
if (code === undefined) {
  worker.terminate();
  if ((await within(1000)) === undefined) {
    // process.exit() waits for every thread, and so for ever.
    console.log('neither its limit nor terminate() ended the thread: the host needs a signal to end');
    process.kill(process.pid, 'SIGKILL');
  }
}
process.exit(); // whoever still runs ends here
