/** Every program that a page prints whole runs, and every command is typed: both print what the page promises. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findOnPath } from '../../scripts/runtimes/find-on-path.ts';
import { readPages } from '../content/pages.ts';
import { untilSeen } from './by-chance.ts';
import { differences, EXTENSIONS, type PageLanguage, type Printed, printedIn } from './printed-steps.ts';
import { everyCPython } from './run-program.ts';
import { hasTerminals, Terminal } from './terminal.ts';

interface Runtime {
  name: string;
  /** What a reader types. */
  command: string;
  path: string;
}

const minor = (version: string): number => Number(version.split('.')[1]);

/** The Pythons that differ most: the usual one, the oldest, the newest, and one without the lock. */
function pythons(oldest: number): Runtime[] {
  const found = everyCPython()
    .filter(({ info }) => minor(info.version) >= oldest)
    .sort((a, b) => minor(a.info.version) - minor(b.info.version));
  const wanted = [found.at(0), found.at(-1), ...found.filter(({ info }) => /^cpython(-ft)?$/.test(info.id))];
  const kinds = new Map(wanted.flatMap((one) => (one ? [[one.path, one]] : [])));
  return [...kinds.values()].map(({ info, path }) => ({ name: info.label, command: 'python3', path }));
}

/** The pinned Node.js, and the machine's own where it has another. */
function nodes(): Runtime[] {
  const path = (process.env['PATH'] ?? '').split(':').filter((folder) => !folder.includes('node_modules'));
  const own = findOnPath('node', path.join(':'));
  const pinned = { name: 'the pinned Node.js', command: 'node', path: process.execPath };
  return own === null ? [pinned] : [pinned, { name: own, command: 'node', path: own }];
}

/** Tutorials promise Python 3.8; guides say what needs a newer one than the oldest that is still maintained. */
const runtimesOf = (language: PageLanguage, file: string): Runtime[] =>
  language === 'node' ? nodes() : pythons(file.startsWith('start/') ? 8 : 11);

const sessions = readPages().flatMap(({ file, body }) =>
  (Object.keys(EXTENSIONS) as PageLanguage[]).flatMap((language) => {
    const printed = printedIn(body, language);
    if (printed.steps.length === 0) return [];
    return runtimesOf(language, file).map((runtime) => ({ file, language, runtime, printed }));
  }),
);

const folder = mkdtempSync(join(tmpdir(), 'printed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder with a page's programs, and one in which the command is this runtime. */
function prepare({ programs }: Printed, { command, path }: Runtime): { work: string; bin: string } {
  const place = mkdtempSync(join(folder, 'page-'));
  const [work, bin] = [join(place, 'work'), join(place, 'bin')];
  for (const made of [work, bin]) mkdirSync(made);
  for (const [name, text] of Object.entries(programs)) writeFileSync(join(work, name), text);
  symlinkSync(path, join(bin, command));
  return { work, bin };
}

it('finds what is typed in each tutorial, in both languages', () => {
  const tutorials = Map.groupBy(
    sessions.filter(({ file }) => file.startsWith('start/')),
    ({ file }) => file,
  );
  expect(tutorials.size).toBeGreaterThan(2);
  for (const [file, typed] of tutorials) expect(new Set(typed.map(({ language }) => language)).size, file).toBe(2);
});

/** What a shell says of a job at its next prompt, whenever that is. */
const ofAnEndedJob = (line: string): boolean => /^\[\d+\][+-]? (Terminated|Done|Exit)/.test(line);

/** More looks than a job takes to start on a busy machine. */
const LOOKS = 300;

/**
 * How often a command may be typed until it shows what the page promises: a look at what runs now, until what was started
 * before is there; a program in the foreground, because some of them lose counts by chance.
 */
const timesTyped = (command: string): number =>
  command.startsWith('ps ') ? LOOKS : /^(node|python3) [^&]*$/.test(command) ? 3 : 1;

async function typeStep(terminal: Terminal, step: Printed['steps'][number]): Promise<string[]> {
  const wrong = (lines: string[]) =>
    differences(
      step,
      lines.filter((line) => !ofAnEndedJob(line)),
    );
  for (let time = 1; ; time++) {
    const lines = await terminal.type(step.command);
    if (step.command.endsWith('&')) await terminal.until(() => wrong(terminal.seen()).length === 0);
    const found = wrong(step.command.endsWith('&') ? terminal.seen() : lines);
    if (found.length === 0 || time >= timesTyped(step.command)) return found;
  }
}

describe.runIf(hasTerminals).concurrent('typed as it is printed', () => {
  it.for(sessions)('$file, $runtime.name', { timeout: 120_000 }, async ({ printed, runtime }, test) => {
    const { work, bin } = prepare(printed, runtime);
    const terminal = await Terminal.open(work, bin);
    try {
      for (const step of printed.steps) {
        test.expect.soft(await typeStep(terminal, step), step.command).toEqual([]);
        // Readers take their time; until the job has ended, the shell would number the next one on.
        if (step.command.startsWith('kill')) await terminal.type('wait');
      }
    } finally {
      await terminal.close();
    }
  });
});

/**
 * How often a program that loses by chance is run, spread over the runtimes, and how often it may be lucky. A machine that
 * was busy meanwhile gets two more series.
 */
const RUNS: Readonly<Record<PageLanguage, { runs: number; lucky: number }>> = {
  node: { runs: 30, lucky: 3 },
  python: { runs: 30, lucky: 3 },
};

const counters = Map.groupBy(
  sessions.filter(({ file }) => file === 'start/break-a-counter.mdx'),
  ({ language }) => language,
);

/** One series of runs: what each printed that did not break. */
function unbrokenOf(all: typeof sessions, runs: number): string[] {
  const unbroken: string[] = [];
  for (let run = 0; run < runs; run++) {
    const { printed, runtime } = all[run % all.length] ?? expect.unreachable();
    const step = printed.steps[0] ?? expect.unreachable();
    const [, ...file] = step.command.split(' ');
    const { work } = prepare(printed, runtime);
    const lines = execFileSync(runtime.path, file, { cwd: work, encoding: 'utf8' }).trim().split('\n');
    if (differences(step, lines).length > 0) unbroken.push(`${runtime.name}: ${lines}`);
  }
  return unbroken;
}

it.for([...counters])('the counter breaks run after run, in %s', { timeout: 240_000 }, async ([language, all]) => {
  const { runs, lucky } = RUNS[language];
  const unbroken = await untilSeen(
    async () => unbrokenOf(all, runs),
    (found) => found.length <= lucky,
    3,
  );
  expect(unbroken.length, unbroken.join('\n')).toBeLessThanOrEqual(lucky);
});
