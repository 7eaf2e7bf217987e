/** Two builds from the same results give the same bytes, so that a published site can be checked by building it again. */
import { afterAll, expect, test } from 'vitest';
import { cell, results, roundsBetween } from '../measurement/measured.ts';
import { createSmallSite, page } from './small-site.ts';

const site = createSmallSite();
afterAll(() => site.remove());

test('two builds from the same results give the same files and the same bytes', { timeout: 120_000 }, async () => {
  site.write('content/results/reference/bench.json', JSON.stringify(results([cell(roundsBetween(1.5, 1.7))])));
  const text = '<Verdicts claim="X6" />\n\n<Provenance experiment="start-up" />\n\n```c\nint a;\n```';
  site.write('content/docs/claims/start-up.mdx', page('Start-up', 'claim', text));
  const builds: Record<string, string>[] = [];
  for (const _ of ['first', 'second']) {
    const { code, said } = await site.build();
    expect(code, said).toBe(0);
    builds.push(site.dist());
  }
  const [first = {}, second = {}] = builds;
  expect(Object.keys(first).length).toBeGreaterThan(20);
  const names = new Set([...Object.keys(first), ...Object.keys(second)]);
  expect([...names].filter((name) => first[name] !== second[name])).toEqual([]);
});
