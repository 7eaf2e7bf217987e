/**
 * `npm run cross-check`: this project's figures beside those of two independent tools, hyperfine for the start of a
 * process and `perf bench sched pipe` for the switch between threads (-T) and between processes. Exit code 1: they
 * disagree.
 *
 * The tools do not measure quite the same (here a start ends with the first answer and a join, hyperfine times a whole
 * empty program), which is why a factor of two is allowed.
 */
import { basename, join } from 'node:path';
import type { EvidenceSource } from '../src/measurement/evidence.ts';
import { showControls } from '../src/measurement/show-controls.ts';
import { defineCommand } from './command/define-command.ts';
import { closeness, directions, FACTOR, type Row } from './cross-check/agreement.ts';
import { type Ours, oursAt, type Place, readEvidence } from './cross-check/ours.ts';
import { hyperfine, perfPipe } from './cross-check/tools.ts';
import { describeMachine } from './harness/machine/describe-machine.ts';
import { pressureGate, readPressure } from './harness/machine/machine-gates.ts';
import { readText } from './harness/machine/read-text.ts';
import { findOnPath } from './runtimes/find-on-path.ts';
import { findRuntimes } from './runtimes/find-runtimes.ts';

const RESULTS = process.env['RESULTS_FOLDER'] ?? join(import.meta.dirname, '..', 'content', 'results');

/** One figure to compare: where this project's is found, and how to obtain the tool's, in the same unit. */
interface Comparison {
  label: string;
  place: Place;
  command: string;
  theirs(): Promise<number>;
}

interface Tool {
  name: string;
  remedy: string;
  comparisons(): Promise<Comparison[]>;
}

const start = (runtime: string, variant: string): Place => ({
  experiment: 'start-up',
  runtime,
  case: 'parent-0',
  variant,
  metric: 'joined',
});

/** A process that does nothing but loads about what each runtime's own way of starting a process loads. */
const EMPTY: Record<string, { variant: string; argv: string[] }> = {
  node: { variant: 'process', argv: ['-e', '0'] },
  cpython: { variant: 'process.spawn', argv: ['-c', 'import multiprocessing.spawn, statistics'] },
};

async function processStarts(): Promise<Comparison[]> {
  const nothing = findOnPath('true');
  const { found } = await findRuntimes();
  const whole = (label: string, place: Place, file: string, argv: string[]): Comparison => ({
    label,
    place,
    command: ['hyperfine -N', basename(file), ...argv].join(' '),
    theirs: () => hyperfine(file, argv),
  });
  const runtimes = found.flatMap(({ info, path }) => {
    const empty = EMPTY[info.id];
    return empty ? [whole(info.label, start(info.id, empty.variant), path, empty.argv)] : [];
  });
  const c = nothing ? [whole('C, posix_spawn', start('c', 'process.posix-spawn'), nothing, [])] : [];
  return [...c, ...runtimes];
}

async function switches(): Promise<Comparison[]> {
  const measured = perfPipe();
  measured.catch(() => {});
  return (['thread', 'process'] as const).map((variant) => ({
    label: `C, pipe, ${variant}`,
    place: { experiment: 'context-switch', runtime: 'c', case: 'same-core', variant, metric: 'switch' },
    command: `perf bench sched pipe${variant === 'thread' ? ' -T' : ''}, half a round trip`,
    theirs: async () => (await measured)[variant],
  }));
}

const TOOLS: Tool[] = [
  { name: 'hyperfine', remedy: 'Install it: apt-get install hyperfine.', comparisons: processStarts },
  { name: 'perf', remedy: 'Install it: apt-get install linux-perf.', comparisons: switches },
];

const number = (value: number): string => value.toPrecision(3);

function report(rows: readonly Row[]): boolean {
  const wide = Math.max(...rows.map(({ label }) => label.length));
  const close = rows.map((row) => {
    const { ratio, close } = closeness(row);
    const says = close ? `within a factor of ${FACTOR}` : `NOT within a factor of ${FACTOR}`;
    const figures = `ours ${number(row.ours)} ${row.unit}  theirs ${number(row.theirs)} ${row.unit}`;
    console.log(`  ${row.label.padEnd(wide)}  ${figures}  ours ÷ theirs ${number(ratio)}  ${says}  (${row.command})`);
    return close;
  });
  const agree = directions(rows).map(({ of, over, ours, theirs, agrees }) => {
    const says = agrees ? 'same direction' : 'OPPOSITE DIRECTION';
    console.log(`  ${of} ÷ ${over}: ours ${number(ours)}, theirs ${number(theirs)}  ${says}`);
    return agrees;
  });
  return [...close, ...agree].every(Boolean);
}

/** @returns whether what `name` says agrees with ours; true where there is nothing to compare */
async function compareWith({ name, remedy, comparisons }: Tool, sources: readonly EvidenceSource[]): Promise<boolean> {
  console.log(`\n${name}`);
  if (findOnPath(name) === null) {
    console.log(`  not installed: nothing to compare with. ${remedy}`);
    return true;
  }
  const rows: Row[] = [];
  let sound = true;
  for (const { label, place, command, theirs } of await comparisons()) {
    const found: Ours | string = oursAt(sources, place);
    if (typeof found === 'string') {
      console.log(`  ${label}: no figure recorded here: ${found}. Run: npm run measure`);
      continue;
    }
    if (found.elsewhere) console.log(`  ${label}: ours was measured elsewhere, on ${found.elsewhere}`);
    try {
      rows.push({ label, unit: found.unit, ours: found.value, theirs: await theirs(), command });
    } catch (error) {
      console.log(`  ${label}: ${name} failed: ${showControls((error as Error).message.trim().slice(0, 300))}`);
      sound = false;
    }
  }
  const agree = rows.length === 0 || report(rows);
  return sound && agree;
}

export default defineCommand({
  name: 'npm run cross-check',
  summary: 'Puts our figures beside those of hyperfine and perf, where they are installed.',
  options: {},
  notes: `Exit code 1: they differ by more than a factor of ${FACTOR}, or in direction.`,
  async run() {
    const machine = describeMachine(readText);
    const { sources, files } = await readEvidence(RESULTS, machine.id);
    console.log(`Our figures: ${files} results file(s) in ${RESULTS}. Theirs: measured now, on ${machine.label}.`);
    const pressure = readPressure(readText);
    const gate = pressure && pressureGate(pressure.average, 'the last 10 s');
    if (gate?.outcome === 'failed') console.log(`The machine is busy: ${gate.reason}. Compare again when it is quiet.`);
    let sound = true;
    for (const tool of TOOLS) sound = (await compareWith(tool, sources)) && sound;
    return sound ? 0 : 1;
  },
});
