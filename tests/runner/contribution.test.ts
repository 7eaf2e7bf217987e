import { expect, test } from 'vitest';
import { parseResults } from '../../src/measurement/parse.ts';
import { collectResults, judgeRun } from '../../src/runner/collect.ts';
import { browserName, contributionOf } from '../../src/runner/contribution.ts';
import { experiment } from '../../src/runner/experiments/gil.ts';
import { browserFacts, measurement } from './fixtures/browser-run.ts';

const results = await collectResults(measurement, browserFacts);

test('a run becomes a results file that the build takes, with the same verdicts', () => {
  const { name, text } = contributionOf(results);
  expect(name).toBe('gil-a-browser-20260102030405.json');
  const read = parseResults(text, name);
  expect(read.machine).toMatchObject({
    id: 'a-browser-20260102030405',
    label: 'a browser on Test, 2 logical processors',
  });
  const kinds = (run: typeof results) => judgeRun(experiment, run).map(({ kind }) => kind);
  expect(kinds(read)).toEqual(kinds(results));
});

test('no browser’s name leads its file anywhere', async () => {
  const hostile = await collectResults(measurement, {
    ...browserFacts,
    userAgent: '../../Chrome/1<b>',
    platform: '/\n"',
  });
  const { name, text } = contributionOf(hostile);
  expect(name).toBe('gil-chrome-1-20260102030405.json');
  expect(parseResults(text, name).machine.label).toContain('/\n"');
});

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
test.each([
  ['Firefox 140', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ['Chrome 142', CHROME],
  ['Edge 142', `${CHROME} Edg/142.0.0.0`],
  ['Safari 26', 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15'],
  ['a browser', ''],
])('%s is known by its own name', (name, agent) => expect(browserName(agent)).toBe(name));
