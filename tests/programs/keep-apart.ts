/**
 * Runs a command, and holds its two busiest threads on a core each while it runs. Left to itself, the scheduler may keep
 * both on one core for as long as another program keeps the other core busy: two beside one is as good as one beside two.
 *
 * node keep-apart.ts <core,core> <command> [arguments]
 */
import { spawn, spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { sampleTasks } from '../../scripts/examine/sample-tasks.ts';

/** ms between two looks, and the processor time within that tells a unit at work from a helper. */
const LOOK = 10;
const AT_WORK = 2;

const [cores = '', command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: 'inherit' });
let ended = false;
child.once('close', (code, signal) => {
  ended = true;
  process.exitCode = code ?? 1;
  if (signal) process.kill(process.pid, signal);
});

const ran = new Map<number, number>();
let apart: number[] = [];
while (!ended) {
  const busy = sampleTasks(child.pid ?? 0)
    .tasks.map(({ id, ran: now }) => {
      const since = now - (ran.get(id) ?? now);
      ran.set(id, now);
      return { id, worked: since / 1e6 };
    })
    .filter(({ worked }) => worked > AT_WORK)
    .sort((a, b) => b.worked - a.worked)
    .slice(0, 2)
    .map(({ id }) => id);
  if (busy.length === 2 && busy.some((id) => !apart.includes(id))) {
    apart = busy;
    for (const [unit, core] of cores.split(',').entries()) {
      spawnSync('taskset', ['-p', '-c', core, String(apart[unit])]);
    }
  }
  await setTimeout(LOOK);
}
