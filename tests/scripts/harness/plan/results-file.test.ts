import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeMachine } from '../../../../scripts/harness/machine/describe-machine.ts';
import { readText } from '../../../../scripts/harness/machine/read-text.ts';
import {
  createSaver,
  emptyResults,
  readResultsFile,
  serialiser,
  writeWhole,
} from '../../../../scripts/harness/plan/results-file.ts';
import type { Cell } from '../../../../src/measurement/results.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-test-'));
  file = join(folder, 'deep', 'results.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cell = (id: string): Cell => ({
  experiment: id,
  runtime: 'node',
  case: 'one',
  key: 'a'.repeat(64),
  session: 's',
  profile: 'quick',
  date: '2026-01-01T00:00:00.000Z',
  seed: 1,
  pinning: 'free',
  planned: 3,
  programs: [],
  rounds: [],
  gates: [],
  failures: {},
  traces: {},
  logs: {},
});
const results = (...cells: Cell[]) => ({
  ...emptyResults(describeMachine(readText)),
  sessions: [
    {
      id: 's',
      date: '2026-01-01T00:00:00.000Z',
      profile: 'quick' as const,
      seed: 1,
      commit: null,
      control: null,
      gates: [],
    },
  ],
  cells,
});

describe('the results file', () => {
  it('comes back as it was written, one line per cell', () => {
    const written = results(cell('a'), cell('b'));
    writeWhole(file, serialiser()(written, null));
    expect(readResultsFile(file)).toEqual(written);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(5);
  });

  it('is not there at first, and leaves nothing beside it when it is', () => {
    expect(readResultsFile(file)).toBeNull();
    writeWhole(file, 'x');
    expect(readdirSync(join(folder, 'deep'))).toEqual(['results.json']);
  });

  it('is written whole even over the rest of a write that broke off', () => {
    writeWhole(file, 'old');
    writeFileSync(`${file}.partial`, 'half of a long, long te');
    writeWhole(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  it('shows the growing cell as it is, and the others as they were', () => {
    const [done, growing] = [cell('done'), cell('growing')];
    const serialise = serialiser();
    serialise(results(done, growing), growing);
    growing.planned = 9;
    const text = serialise(results(done, growing), growing);
    expect(JSON.parse(text).cells.map(({ planned }: Cell) => planned)).toEqual([3, 9]);
  });
});

describe('saving', () => {
  it('happens at most once a second, unless it is asked to happen now', () => {
    let clock = 1000;
    const held = results(cell('a'));
    const saver = createSaver(file, held, () => clock);
    const saved = () => readResultsFile(file)?.cells.length;
    saver.soon(null);
    expect(saved()).toBe(1);
    held.cells.push(cell('b'));
    clock += 500;
    saver.soon(null);
    expect(saved()).toBe(1);
    clock += 500;
    saver.soon(null);
    expect(saved()).toBe(2);
    held.cells.push(cell('c'));
    saver.now(null);
    expect(saved()).toBe(3);
  });
});
