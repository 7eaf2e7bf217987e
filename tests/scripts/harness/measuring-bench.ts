/**
 * A place to measure in: fixture experiments copied into a folder of their own, a launcher that starts nothing, a clock
 * that the test sets.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, parse } from 'node:path';
import type { Effects } from '../../../scripts/harness/effects.ts';
import type { Launcher, RunOutcome, RunRequest } from '../../../scripts/harness/launch/run-outcome.ts';
import type { MeasureOptions } from '../../../scripts/harness/options.ts';
import type { ProgressEvent } from '../../../scripts/harness/progress-event.ts';
import { realEffects } from '../../../scripts/harness/terminal/real-effects.ts';
import { findOnPath } from '../../../scripts/runtimes/find-on-path.ts';
import { ownNode } from '../../../scripts/runtimes/node.ts';
import { parseResults } from '../../../src/measurement/parse.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures', 'experiments');

/** What the command line gives where nothing is asked for. */
export const options = (over: Partial<MeasureOptions> = {}): MeasureOptions => ({
  profile: 'quick',
  only: [],
  runtimes: [],
  rounds: undefined,
  seed: undefined,
  budget: undefined,
  skipLeftOut: false,
  reference: undefined,
  force: false,
  noisy: false,
  ...over,
});

/** How a run goes: what it prints, or how it ends. */
export type Script = (program: string, argv: string[]) => Partial<RunOutcome>;

/** What the programs of the session itself print: the control, and the probe of speed. */
export const OWN_PROGRAMS: Record<string, string> = {
  'control-program.ts': 'round-trip = 5 µs',
  'speed-program.ts': 'integer = 5 ms\nmemory = 20 ms',
};

const QUIET_MACHINE: Record<string, string> = {
  '/proc/pressure/cpu': 'some avg10=0.00 avg60=0.00 avg300=0.00 total=0\n',
};

export interface Bench {
  folder: string;
  experiments: string;
  effects: Effects;
  events: ProgressEvent[];
  /** Names of the programs started so far, without those of the control. */
  started: string[];
  /** Replaces how runs go from now on. */
  play(script: Script): void;
  /** The name of the only results file, and what it holds. */
  file(): string;
  results(): ReturnType<typeof parseResults>;
  remove(): void;
}

/** How a run ends that went well and printed this. */
export const cannedOutcome = (stdout: string): RunOutcome => ({
  ending: { code: 0, signal: null },
  timedOut: false,
  left: false,
  flooded: false,
  aborted: false,
  wall: 90,
  cpu: 80,
  switches: { voluntary: 1, involuntary: 1 },
  stdout,
  log: stdout,
  notStarted: null,
});

/** @param copied names of the fixture experiments to work on */
export function createBench(...copied: string[]): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'harness-bench-'));
  const experiments = join(folder, 'experiments');
  for (const name of copied) cpSync(join(FIXTURES, name), join(experiments, name), { recursive: true });
  for (const name of copied) detach(join(experiments, name, 'experiment.ts'));
  const started: string[] = [];
  const events: ProgressEvent[] = [];
  let script: Script = (_, argv) => ({ stdout: `time = ${argv[0]} ms` });
  let clock = 1_800_000_000_000;

  const run = async ({ command }: RunRequest): Promise<RunOutcome> => {
    const [program = '', ...argv] = command.argv;
    clock += 100;
    const own = OWN_PROGRAMS[basename(program)];
    if (own === undefined) started.push(parse(program).name);
    return own !== undefined ? cannedOutcome(own) : { ...cannedOutcome(''), ...script(parse(program).name, argv) };
  };
  const launcher: Launcher = {
    exact: true,
    pin: (command) => command,
    run,
    abort: () => {},
    close: async () => {},
  };
  const results = join(folder, 'results');
  const file = () => {
    const [name = ''] = readdirSync(results).filter((entry) => entry.endsWith('.json'));
    return join(results, name);
  };
  const effects = realEffects({
    root: folder,
    experiments,
    results,
    now: () => clock,
    sleep: async (ms) => {
      clock += ms;
    },
    drawSeed: () => 1,
    readText: (path) => QUIET_MACHINE[path] ?? null,
    findRuntimes: async () => ({ found: [ownNode], missing: [] }),
    createLauncher: async () => launcher,
    references: join(folder, 'reference'),
    commit: () => null,
    changes: () => [],
    progress: (event) => events.push(event),
  });
  return {
    folder,
    experiments,
    effects,
    events,
    started,
    play: (next) => {
      script = next;
    },
    file,
    results: () => parseResults(readFileSync(file(), 'utf8'), 'results'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Lets a copied definition stand alone: its import is only there for the author's editor. */
function detach(file: string): void {
  const text = readFileSync(file, 'utf8').replace(/^import .*\n/, 'const defineExperiment = (value) => value;\n');
  writeFileSync(file, text);
}

/** A PATH on which there is no compiler and no Python, in `folder`. */
export function pathWithoutCompiler(folder: string): string {
  const bare = join(folder, 'bin');
  mkdirSync(bare);
  for (const name of ['sleep', 'taskset']) {
    const found = findOnPath(name);
    if (found) symlinkSync(found, join(bare, name));
  }
  return bare;
}
