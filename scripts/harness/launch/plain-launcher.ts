/** The launcher where there is no C compiler: Node.js alone, `taskset` where there is one, CPU time unknown. */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { findOnPath } from '../../runtimes/find-on-path.ts';
import { capture } from './capture.ts';
import type { Environment } from './environment.ts';
import { groupLives, kill, killLeftovers, leftoverProcesses } from './leftover-processes.ts';
import type { Pin, RunOutcome, RunRequest, Starter } from './run-outcome.ts';
import type { Watchdog } from './watchdog.ts';

/** How long what a program started may outlive it, ms: as in `launch.c`. */
const GRACE = 2000;
const GRACE_AFTER_DEATH = 100;
const POLL = 20;

/** Waits for the program's processes to end by themselves, then ends them. True when it had to. */
async function clearAway(group: number, token: string, grace: number): Promise<boolean> {
  const alive = () => groupLives(group) || leftoverProcesses(token).length > 0;
  for (let waited = 0; alive(); waited += POLL) {
    if (waited >= grace) {
      kill(-group);
      killLeftovers(token);
      return true;
    }
    await sleep(POLL);
  }
  return false;
}

export function plainLauncher(environment: Environment, watchdog: Watchdog): Starter {
  const taskset = findOnPath('taskset');
  let abortCurrent: (() => void) | null = null;

  const pin: Pin = (command, cpus) =>
    taskset ? { file: taskset, argv: ['-c', cpus.join(','), command.file, ...command.argv] } : command;

  const run = ({ command, cpus, limit }: RunRequest, cwd: string): Promise<RunOutcome> =>
    new Promise((resolve) => {
      const { file, argv } = cpus ? pin(command, cpus) : command;
      const state = { timedOut: false, aborted: false, left: false, wall: 0, notStarted: null as string | null };
      const start = performance.now();
      const child = spawn(file, argv, {
        cwd,
        env: environment.env(command.env),
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      });
      const end = () => child.pid !== undefined && kill(-child.pid);
      if (child.pid) watchdog.watch(child.pid, 'SIGKILL');
      const captured = capture(child.stdout, child.stderr, end);
      const timer = setTimeout(() => {
        state.timedOut = true;
        end();
      }, limit);
      abortCurrent = () => {
        state.aborted = true;
        end();
      };
      child.once('error', (error) => {
        state.notStarted = error.message;
      });
      let cleared = Promise.resolve();
      child.once('exit', (code) => {
        state.wall = performance.now() - start;
        clearTimeout(timer);
        const hurry = state.timedOut || state.aborted || captured().flooded;
        const grace = hurry ? 0 : code === 0 ? GRACE : GRACE_AFTER_DEATH;
        cleared = clearAway(child.pid ?? 0, environment.token, grace).then((left) => {
          state.left = left;
        });
      });
      child.once('close', async (code, signal) => {
        await cleared;
        clearTimeout(timer);
        abortCurrent = null;
        watchdog.rest();
        resolve({ ...state, ...captured(), ending: { code, signal }, cpu: null, switches: null });
      });
    });

  return { exact: false, pin, run, abort: () => abortCurrent?.() };
}
