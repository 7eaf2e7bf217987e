// One child process fails while another one counts. Who is still there afterwards?
// node process.ts [fault, see _faults.ts]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildAddon } from './_addon.ts';
import { chosen } from './_faults.ts';

const fault = chosen();
const addon = fault.name === 'native-fault' ? buildAddon() : '';

const bystander = fork(new URL('./_bystander.mjs', import.meta.url));
const worker = fork(new URL('./_worker.mjs', import.meta.url), [fault.name, addon], {
  execArgv: ['--max-old-space-size=32'],
});

let tick = 0; // when the bystander was last heard of
bystander.on('message', (now) => {
  tick = Number(now);
});

const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
  worker.once('exit', (code, signal) => resolve({ code, signal })),
);
await once(bystander, 'message');
worker.send('go');
if (fault.name === 'endless-loop') setTimeout(() => worker.kill('SIGKILL'), 200);
const ending = await Promise.race([ended, sleep(2000, undefined, { ref: false })]);
const time = Date.now();

const proved = ending && (fault.signal ? ending.signal === fault.signal : ending.code === fault.code);
console.log(`reached = ${proved ? 1 : 0}`);
console.log(`gone = ${ending === undefined ? 0 : 1}`);
if (typeof ending?.code === 'number') console.log(`worker-code = ${ending.code}`);
if (ending?.signal)
  console.log(`the worker was killed by ${ending.signal}\nworker-signal = ${constants.signals[ending.signal]}`);
for (let wait = 0; wait < 50 && tick <= time; wait++) await sleep(20);
console.log(`bystander = ${tick > time ? 1 : 0}`);
bystander.kill();
worker.kill('SIGKILL');
