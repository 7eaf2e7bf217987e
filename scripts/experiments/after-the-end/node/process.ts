// Five child processes, one after the other, take 64 MiB and end: how much does the program still hold afterwards?
// node process.ts [large|small|terminated]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { settled } from '../../_shared/node/memory.ts';
import { print, TIMES } from './_print.ts';

const how = process.argv[2] ?? 'large';
const before = await settled([process.pid]);
let held = before;
let taken = 0;
const left: number[] = [];

for (let time = 1; time <= TIMES; time++) {
  const worker = fork(new URL('./_worker.mjs', import.meta.url), [how]);
  const gone = once(worker, 'exit');
  worker.once('message', (bytes: number) => {
    taken += bytes;
  });
  await Promise.race([once(worker, 'message'), gone]);
  if (time === 1 && worker.exitCode === null && worker.signalCode === null)
    held = await settled([process.pid, worker.pid ?? 0]);
  if (how === 'terminated') worker.kill('SIGKILL');
  else if (worker.connected) worker.send('end');
  const [code, signal] = await gone;
  if (how === 'terminated' ? signal !== 'SIGKILL' : code !== 0) {
    console.error(`process-${time} ${signal ? `was killed by ${signal}` : `ended with code ${code}`}`);
    process.exit(1);
  }
  left.push((await settled([process.pid])).pss);
}
print(taken, before.pss, held.pss, left);
