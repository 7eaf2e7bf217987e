import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Effects } from '../../../../scripts/harness/effects.ts';
import type { MeasureOptions } from '../../../../scripts/harness/options.ts';
import { referenceFaults } from '../../../../scripts/harness/plan/reference-file.ts';
import { measureExperiments } from '../../../../scripts/harness/session/measure-experiments.ts';
import { describeEnd } from '../../../../scripts/harness/terminal/summary.ts';
import { parseResults } from '../../../../src/measurement/parse.ts';
import type { Results } from '../../../../src/measurement/results.ts';
import { type Bench, createBench, options } from '../measuring-bench.ts';

let bench: Bench;
let changes: string[];
let file: string;
beforeEach(() => {
  bench = createBench('steady', 'slow');
  bench.play(() => ({ stdout: 'time = 1 ms' }));
  changes = [];
  file = join(bench.folder, 'reference', 'bench-2.json');
});
afterEach(() => bench.remove());

const effects = () => ({ ...bench.effects, commit: () => 'c'.repeat(40), changes: () => changes });
const contribute = (over: Partial<MeasureOptions> = {}, changed: Partial<Effects> = {}) =>
  measureExperiments(options({ profile: 'full', reference: 'bench-2', ...over }), { ...effects(), ...changed });
const read = (): Results => parseResults(readFileSync(file, 'utf8'), 'bench-2');
const faults = () => referenceFaults(JSON.parse(readFileSync(file, 'utf8')), read());
/** Changes the file as a hand would. */
const edit = (change: (results: Results) => void) => {
  const results = JSON.parse(readFileSync(file, 'utf8'));
  change(results);
  writeFileSync(file, JSON.stringify(results, null, 2));
};

describe('a reference file', () => {
  it('is whole after one session, and says so', async () => {
    const report = await contribute();
    expect(report).toMatchObject({ file, faults: [] });
    expect(faults()).toEqual([]);
    const { reference, cells, sessions } = read();
    expect(reference?.plan.map(({ case: caseId, rounds }) => [caseId, rounds])).toEqual([
      ['small', 4],
      ['only', 4],
      ['large', 4],
    ]);
    expect(cells).toHaveLength(3);
    expect(sessions).toMatchObject([{ clean: true, commit: 'c'.repeat(40) }]);
    expect(describeEnd(report, [])).toContain('The file is whole: commit it as it is.');
  });

  it('keeps its hash when it is laid out otherwise', async () => {
    await contribute();
    edit(() => {});
    expect(faults()).toEqual([]);
  });

  it('grows over several sessions, in parts and where it was stopped', async () => {
    const first = await contribute({ only: ['steady/node/small'] });
    expect(first.faults).toEqual(faults());
    expect(faults()).toEqual([
      'slow/node/only: expected a cell, found none',
      'steady/node/large: expected a cell, found none',
    ]);
    expect(describeEnd(first, [])).toContain('To go on: npm run measure -- --profile full --reference bench-2');
    const started = bench.started.length;
    const interrupt = {
      get stopping() {
        return bench.started.length > started + 1;
      },
      onAbort: () => {},
    };
    await contribute({}, { interrupt });
    expect(faults()).toContainEqual(expect.stringMatching(/^slow\/node\/only: expected 4 rounds, found \d$/));
    expect(await contribute()).toMatchObject({ faults: [], left: 0 });
    expect(read().sessions.length).toBeGreaterThan(1);
    bench.started.length = 0;
    await contribute();
    expect(bench.started).toEqual([]);
    expect(faults()).toEqual([]);
  });

  it('takes one experiment again, and is whole afterwards', async () => {
    await contribute();
    bench.started.length = 0;
    await contribute({ only: ['slow'], force: true });
    expect(new Set(bench.started)).toEqual(new Set(['process']));
    expect(bench.started).toHaveLength(4);
    expect(faults()).toEqual([]);
    expect(read().sessions).toHaveLength(2);
  });

  it('wants what changed measured again, for all of the plan', async () => {
    await contribute();
    appendFileSync(join(bench.experiments, 'steady', 'node', 'thread.ts'), '// changed\n');
    const { faults: found } = await contribute({ only: ['slow'] });
    expect(found).toHaveLength(2);
    expect(found?.[0]).toMatch(/^steady\/node\/small: .*thread\.ts has changed since it was measured/);
    expect((await contribute()).faults).toEqual([]);
  });

  it('is no place for this machine’s own results, nor they for it', async () => {
    await contribute();
    const text = readFileSync(file, 'utf8');
    await measureExperiments(options(), bench.effects);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(bench.results().reference).toBeUndefined();
  });
});

describe('a file that is refused', () => {
  beforeEach(() => contribute());

  it.each<[string, (results: Results) => void, string]>([
    [
      'with one figure changed',
      ({ cells }) => cells[0] && Object.assign(cells[0].rounds[0]?.invocations.thread?.values ?? {}, { time: 2 }),
      'found it changed',
    ],
    ['with a gate turned', ({ cells }) => cells[0]?.gates.pop(), 'found it changed'],
    ['without a cell', ({ cells }) => cells.pop(), 'steady/node/large: expected a cell, found none'],
    [
      'without a cell and its place in the plan',
      ({ cells, reference }) => {
        cells.pop();
        reference?.plan.pop();
      },
      'found it changed',
    ],
    ['without a round', ({ cells }) => cells[1]?.rounds.pop(), 'expected 4 rounds, found 3'],
    ['with a cell beyond the plan', ({ reference }) => reference?.plan.pop(), 'expected cells of the plan only'],
    [
      'without a plan',
      (results) => Object.assign(results, { reference: { plan: [] } }),
      'expected a plan of at least one cell',
    ],
    [
      'without its hash',
      ({ reference }) => {
        delete reference?.sha256;
      },
      'a measuring that was cut off',
    ],
    [
      'from a changed tree',
      ({ sessions }) => sessions[0] && Object.assign(sessions[0], { clean: false }),
      'expected a tree without changes',
    ],
    [
      'from no repository',
      ({ sessions }) => sessions[0] && Object.assign(sessions[0], { commit: null }),
      'expected a tree without changes',
    ],
    [
      'from a quick session',
      ({ sessions }) => sessions[0] && Object.assign(sessions[0], { profile: 'quick' }),
      'expected the full profile',
    ],
    [
      'from before plans were kept',
      (results) => {
        delete results.reference;
      },
      'expected a plan and a hash, found neither',
    ],
  ])('%s', (_, change, message) => {
    expect(faults()).toEqual([]);
    edit(change);
    expect(faults().join('\n')).toContain(message);
  });

  it('is not gone on with when it was edited, and stays as it is', async () => {
    edit(({ cells }) => cells.pop());
    const text = readFileSync(file, 'utf8');
    await expect(contribute()).rejects.toThrow(/^[^\n]*bench-2\.json: expected [^\n]* found it edited since[^\n]*$/);
    edit((results) => {
      delete results.reference;
    });
    await expect(contribute()).rejects.toThrow(/^[^\n]*found one without its plan[^\n]*$/);
    expect(JSON.parse(readFileSync(file, 'utf8')).cells).toEqual(JSON.parse(text).cells);
  });
});

describe('a tree', () => {
  it('with changes measures nothing for a reference file', async () => {
    changes = ['scripts/experiments/gil/c/thread.c', 'README.md'];
    await expect(contribute()).rejects.toThrow(
      '--reference: expected a tree without changes, found scripts/experiments/gil/c/thread.c and 1 more.',
    );
    await expect(contribute({}, { commit: () => null })).rejects.toThrow('found no repository');
    expect(bench.started).toEqual([]);
  });

  it('that is changed while it is measured has its cells measured again', async () => {
    bench.play(() => {
      changes = ['scripts/run.mjs'];
      return { stdout: 'time = 1 ms' };
    });
    expect((await contribute()).faults).toEqual([expect.stringContaining('expected a tree without changes')]);
    bench.play(() => ({ stdout: 'time = 1 ms' }));
    changes = [];
    expect((await contribute()).faults).toEqual([]);
    expect(read().sessions).toHaveLength(1);
  });
});
