import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { resultsSchema } from '../../src/measurement/results.ts';
import { collectResults, judgeRun } from '../../src/runner/collect.ts';
import { experiment } from '../../src/runner/experiments/gil.ts';
import { deflate, inflate } from '../../src/runner/packed-text.ts';
import { packRun, RunLinkError, unpackRun } from '../../src/runner/run-link.ts';
import { browserFacts, measurement } from './fixtures/browser-run.ts';

const results = await collectResults(measurement, browserFacts);
const nothing = await deflate('null');
const link = await packRun(results, experiment, browserFacts.programs);
const unpack = (packed: string) => unpackRun(packed, 'gil', experiment, browserFacts);
/** The run in the link with some of its fields changed, packed as a link is. */
const changed = async (fields: object) => deflate(JSON.stringify({ ...JSON.parse(await inflate(link)), ...fields }));

/** Links keep six digits, and whole numbers whole. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one) =>
      typeof one === 'number' && !Number.isInteger(one) ? Number(one.toPrecision(6)) : one,
    ),
  );

describe('a run in a link', () => {
  test('comes out as a results file with the same figures, failures and verdicts', async () => {
    const opened = resultsSchema.parse(await unpack(link));
    expect(opened.cells[0]?.rounds).toEqual(rounded(results.cells[0]?.rounds));
    expect(opened.sessions[0]?.control?.rounds).toEqual(rounded(results.sessions[0]?.control?.rounds));
    expect(opened.cells[0]?.failures).toEqual(results.cells[0]?.failures);
    expect(opened.machine).toEqual(results.machine);
    const kinds = (run: typeof results) => judgeRun(experiment, run).map(({ kind }) => kind);
    expect(kinds(opened)).toEqual(kinds(results));
  });

  test('fits into an address, of the letters that need no escape there', () => {
    expect(link).toMatch(/^[\w-]+$/);
    expect(link.length).toBeLessThan(8000);
  });

  test('keeps why something was not measured', async () => {
    const failed = { ...measurement, failures: { process: { reason: 'no process here', log: '' } } };
    const packed = await packRun(await collectResults(failed, browserFacts), experiment, browserFacts.programs);
    expect((await unpack(packed)).cells[0]?.failures).toEqual(failed.failures);
  });
});

describe('a link is refused in words', () => {
  const other = (index: number) => link.slice(0, index) + (link[index] === 'A' ? 'B' : 'A') + link.slice(index + 1);

  test.each([0, 0.2, 0.4, 0.6, 0.8, 0.97])('with one letter changed, at %d of its length', async (share) => {
    await expect(unpack(other(Math.floor(share * link.length)))).rejects.toThrow(/cut off or was changed/);
  });

  test.each([
    ['cut off', link.slice(0, -20)],
    ['empty', ''],
    ['of other letters', '#%%%'],
    ['that unfolds without end', gzipSync(Buffer.alloc(5_000_000)).toString('base64url')],
    ['that holds no run', nothing],
  ])('%s', async (_, packed) => {
    await expect(unpack(packed)).rejects.toThrow(RunLinkError);
  });

  test.each([
    ['a round of unknown variants', { rounds: [[['<img>'], [1], [[1]], null]] }],
    [
      'a variant twice in a round',
      {
        rounds: [[['thread', 'thread'], [1, 1], [[1], [1]], null]],
      },
    ],
    ['a value that is text', { rounds: [[['thread'], [1], [['9']], null]] }],
    ['rounds without number', { rounds: Array.from({ length: 10_000 }, () => [[], [], [], null]) }],
    ['cores that nobody has', { rounds: [[[], [], [], 1e9]] }],
    ['a date that is none', { date: 'yesterday' }],
    ['a failure of nobody', { failures: { nobody: 'x' } }],
    ['a reason without end', { failures: { thread: 'x'.repeat(100_000) } }],
    ['no browser', { browser: null }],
  ])('with %s', async (_, fields) => {
    await expect(unpack(await changed(fields))).rejects.toThrow(/cut off or was changed/);
  });

  test('of another version: its programs, or the form of links, have changed', async () => {
    const programs = { 'scripts/experiments/gil/node/_kernel.ts': 'b'.repeat(64) };
    await expect(unpackRun(link, 'gil', experiment, { ...browserFacts, programs })).rejects.toThrow(/another version/);
    await expect(unpack(await changed({ format: 1 }))).rejects.toThrow(/another version/);
  });

  test('of another experiment', async () => {
    await expect(unpackRun(link, 'races', experiment, browserFacts)).rejects.toThrow(/another experiment/);
  });
});
