/**
 * Outlives the harness by a moment: when the harness dies, even by SIGKILL, its end of the pipe closes; the watchdog
 * then kills what was running and removes the scratch folder. Idle until then.
 *
 * `node watchdog.ts <token> <scratch folder>`: what to kill comes on standard input, and the last line holds.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from './environment.ts';
import { kill, killLeftovers } from './leftover-processes.ts';

/** ms the exact launcher gets to end its descendants. */
const PATIENCE = 2000;
const POLL = 10;

export interface Watchdog {
  /**
   * From now on this process group gets `signal` when the harness dies. SIGTERM is for the exact launcher, which ends
   * its descendants itself and is given a moment for it.
   */
  watch(group: number, signal: 'SIGTERM' | 'SIGKILL'): void;
  /** Nothing runs. */
  rest(): void;
  close(): Promise<void>;
}

/** Starts one in a session of its own, so that Ctrl-C on the terminal does not reach it. */
export function startWatchdog({ token, scratch }: Environment): Watchdog {
  const child: ChildProcess = spawn(process.execPath, [import.meta.filename, token, scratch], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.stdin?.on('error', () => {}); // The watchdog has ended already: there is nothing to send it.
  child.unref();
  return {
    watch: (group, signal) => child.stdin?.write(`${signal} ${group}\n`),
    rest: () => child.stdin?.write('\n'),
    close: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.ref();
        child.once('exit', () => resolve());
        child.stdin?.end();
      }),
  };
}

async function keepWatch(token: string, scratch: string): Promise<void> {
  let last = '';
  for await (const line of createInterface({ input: process.stdin })) last = line;
  const [signal, group] = last.split(' ');
  if (signal && Number(group) > 1) {
    kill(-Number(group), signal);
    for (let waited = 0; kill(-Number(group), 0) && waited < PATIENCE; waited += POLL) await sleep(POLL);
  }
  killLeftovers(token);
  rmSync(scratch, { recursive: true, force: true });
}

const [, self, token, scratch] = process.argv;
if (self === import.meta.filename && token && scratch) await keepWatch(token, scratch);
