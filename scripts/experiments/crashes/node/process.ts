// One child process fails while another one counts. Who is still there afterwards?
// node process.ts [fault, see _faults.ts]
import { type ChildProcess, fork } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildAddon } from './_addon.ts';
import { chosen } from './_faults.ts';

const fault = chosen();
const addon = fault.name === 'native-fault' ? buildAddon() : '';

const here = (file: string) => new URL(file, import.meta.url);

let tick = 0; // when the bystander was last heard of
let noticed: string | undefined; // "1" once it has noticed that its parent is gone
let orphan = 0; // the bystander's process id, in that case
let worker: ChildProcess;
let bystander: ChildProcess | undefined;
if (fault.name === 'parent-dies') {
  // The worker starts the bystander, which is heard through a pipe that both inherit.
  worker = fork(here('./_parent.mjs'), { stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'ipc'] });
  worker.stdio[3]?.on('data', (lines) => {
    const [now, sign, pid] = String(lines).trim().split('\n').at(-1)?.split(' ') ?? [];
    tick = Number(now);
    noticed = sign;
    orphan = Number(pid);
  });
} else {
  bystander = fork(here('./_bystander.mjs')).on('message', (now) => {
    tick = Number(now);
  });
  worker = fork(here('./_worker.mjs'), [fault.name, addon], { execArgv: ['--max-old-space-size=32'] });
}

const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
  worker.once('exit', (code, signal) => resolve({ code, signal })),
);
while (tick === 0) await sleep(5);
worker.send('go');
if (fault.name === 'endless-loop') setTimeout(() => worker.kill('SIGKILL'), 200);
const ending = await Promise.race([ended, sleep(5000, undefined, { ref: false })]);
const time = Date.now();

const proved = ending && (fault.signal ? ending.signal === fault.signal : ending.code === fault.code);
console.log(`reached = ${proved ? 1 : 0}`);
console.log(`gone = ${ending === undefined ? 0 : 1}`);
if (typeof ending?.code === 'number') console.log(`worker-code = ${ending.code}`);
if (ending?.signal)
  console.log(`the worker was killed by ${ending.signal}\nworker-signal = ${constants.signals[ending.signal]}`);
for (let wait = 0; wait < 50 && tick <= time; wait++) await sleep(20);
console.log(`bystander = ${tick > time ? 1 : 0}`);
if (noticed) console.log(`noticed = ${noticed}`);
bystander?.kill();
worker.kill('SIGKILL');
if (orphan) process.kill(orphan, 'SIGKILL');
process.exit();
