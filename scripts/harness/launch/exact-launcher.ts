/** The launcher where there is a C compiler: `launch.c` measures, pins, limits and cleans up. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Command } from '../../runtimes/runtime.ts';
import { capture } from './capture.ts';
import type { Environment } from './environment.ts';
import { killLeftovers } from './leftover-processes.ts';
import type { RunOutcome, RunRequest, Starter } from './run-outcome.ts';
import type { Watchdog } from './watchdog.ts';

const count = z.number().int().nonnegative();
const reportSchema = z.union([
  z.strictObject({ error: z.string() }),
  z.strictObject({
    code: z.number().int(),
    signal: count,
    timedOut: z.boolean(),
    left: z.boolean(),
    wall: count,
    cpu: count,
    voluntary: count,
    involuntary: count,
  }),
]);

const signalName = (number: number): string | null =>
  Object.entries(constants.signals).find(([, value]) => value === number)?.[0] ??
  (number === 0 ? null : `SIG${number}`);

type Ended = Pick<RunOutcome, 'ending' | 'timedOut' | 'left' | 'wall' | 'cpu' | 'switches' | 'notStarted'>;

function readReport(text: string): Ended {
  const blank = {
    ending: { code: null, signal: null },
    timedOut: false,
    left: false,
    wall: 0,
    cpu: null,
    switches: null,
  };
  let parsed: ReturnType<typeof reportSchema.safeParse>;
  try {
    parsed = reportSchema.safeParse(JSON.parse(text));
  } catch {
    return { ...blank, notStarted: 'the launcher ended without a report' };
  }
  if (!parsed.success) return { ...blank, notStarted: 'the launcher gave a report that could not be read' };
  if ('error' in parsed.data) return { ...blank, notStarted: parsed.data.error };
  const { code, signal, timedOut, left, wall, cpu, voluntary, involuntary } = parsed.data;
  return {
    ending: { code: signal === 0 ? code : null, signal: signalName(signal) },
    timedOut,
    left,
    wall: wall / 1000,
    cpu: cpu / 1000,
    switches: { voluntary, involuntary },
    notStarted: null,
  };
}

/** ms that the launcher gets beyond the limit, or after SIGTERM, before it is taken for stopped. */
const LATEST = 5000;

/** ms that something pinned but not measured may live: a day. */
const LONGEST = 86_400_000;

const launchArguments = (command: Command, cpus: readonly number[] | null, limit: number): string[] => [
  String(process.pid),
  cpus ? cpus.join(',') : '-',
  String(Math.ceil(limit)),
  command.file,
  ...command.argv,
];

/** @param executable the compiled `launch.c` */
export function exactLauncher(executable: string, environment: Environment, watchdog: Watchdog): Starter {
  let current: { abort(): void } | null = null;

  const run = ({ command, cpus, limit }: RunRequest, cwd: string): Promise<RunOutcome> =>
    new Promise((resolve) => {
      const child = spawn(executable, launchArguments(command, cpus, limit), {
        cwd,
        env: environment.env(command.env),
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
        detached: true,
      });
      const running = { aborted: false, overdue: false };
      /**
       * A program may stop its launcher (SIGSTOP), which then neither enforces the limit nor reacts to SIGTERM: kill it
       * from here.
       */
      const endBy = (ms: number) =>
        setTimeout(() => {
          running.overdue = true;
          child.kill('SIGKILL');
          killLeftovers(environment.token);
        }, ms);
      let latest = endBy(limit + LATEST);
      const askToEnd = () => {
        child.kill('SIGTERM'); // It kills all of its descendants before it ends.
        clearTimeout(latest);
        latest = endBy(LATEST);
      };
      current = {
        abort: () => {
          running.aborted = true;
          askToEnd();
        },
      };
      if (child.pid) watchdog.watch(child.pid, 'SIGTERM');
      const [, out, error, reported] = child.stdio;
      const captured = capture(out as Readable, error as Readable, askToEnd);
      let report = '';
      reported?.on('data', (chunk: Buffer) => {
        report += chunk.toString('utf8');
      });
      let failed = '';
      child.once('error', ({ message }) => {
        failed = message;
      });
      child.once('exit', (_, signal) => {
        clearTimeout(latest);
        // With the launcher gone, nothing else ends them, and they keep its output open.
        if (signal) killLeftovers(environment.token);
      });
      child.once('close', (_, signal) => {
        clearTimeout(latest);
        current = null;
        watchdog.rest();
        const ended = readReport(report);
        const outcome = { ...ended, ...captured(), aborted: running.aborted };
        if (failed || !signal) return resolve({ ...outcome, notStarted: failed || ended.notStarted });
        const interference = running.overdue ? 'stopped its launcher' : `killed its launcher (${signal})`;
        resolve({ ...outcome, timedOut: running.overdue, interference, notStarted: null });
      });
    });

  return {
    exact: true,
    pin: (command, cpus) => ({ file: executable, argv: launchArguments(command, cpus, LONGEST) }),
    run,
    abort: () => current?.abort(),
  };
}
