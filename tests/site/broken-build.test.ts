/** What a build does with bad input, from the command a person types to the bytes that a reader gets. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { cell, results, roundsBetween } from '../measurement/measured.ts';
import { createSmallSite, page } from './small-site.ts';

const RESULTS = 'content/results/reference/bench.json';
const good = JSON.stringify(results([cell(roundsBetween(1.5, 1.7))]));

const site = createSmallSite();
const writeOldSite = () => {
  site.write('dist/index.html', 'the site from before');
  site.write('dist/deep/data.bin', '\0\x01\x02');
};
afterAll(() => site.remove());

describe('a build that fails leaves dist/ as it was', { timeout: 120_000 }, () => {
  beforeEach(writeOldSite);

  test('at names that do not exist: with file, line, what was expected, what was found, and the nearest', async () => {
    site.write(RESULTS, good);
    const broken = {
      claim: '<Verdict claim="X66" />',
      experiment: '<Provenance experiment="startup" />',
      figure: '\n<Figure experiment="start-up" case="small" metric="tiem" variant="thread" />',
    };
    for (const [name, text] of Object.entries(broken)) {
      site.write(`content/docs/claims/${name}.mdx`, page(name, 'claim', `Fine.\n\n${text}`));
    }
    const before = site.dist();
    const { code, said } = await site.build();
    for (const name of Object.keys(broken)) {
      site.write(`content/docs/claims/${name}.mdx`, page(name, 'claim', 'Mended.'));
    }
    expect(code).toBe(1);
    expect(said).toContain('dist/ is as it was');
    expect(said).toContain('content/docs/claims/claim.mdx:9: expected a known claim, found "X66". Nearest: "X6".');
    expect(said).toContain(
      'content/docs/claims/experiment.mdx:9: expected a known experiment, found "startup". Nearest: "start-up".',
    );
    expect(said).toContain(
      'content/docs/claims/figure.mdx:10: expected a known metric of start-up, found "tiem". Nearest: "time".',
    );
    expect(site.dist()).toEqual(before);
  });

  test('at a results file that breaks off, which it leaves alone too', async () => {
    const half = good.slice(0, good.length / 2);
    site.write(RESULTS, half);
    site.write('content/docs/claims/page.mdx', page('Page', 'claim', '<Machines />'));
    const before = site.dist();
    const { code, said } = await site.build();
    expect(code).toBe(1);
    expect(said).toContain(`${RESULTS}: expected JSON, found text that breaks off or is malformed`);
    expect(said).toContain('Restore the file, or delete it and measure again');
    expect(site.dist()).toEqual(before);
    expect(site.read(RESULTS)).toBe(half);
  });
});

describe('results and a ledger that can not be used', { timeout: 120_000 }, () => {
  beforeEach(writeOldSite);

  /** The whole build fails with one line on the file, before a page is rendered. */
  async function expectOneError(message: string): Promise<void> {
    const before = site.dist();
    const { code, said } = await site.build();
    expect(code, said).toBe(1);
    expect(said.trim().split('\n')).toEqual([
      'The site was not built; dist/ is as it was.',
      expect.stringContaining(message),
    ]);
    expect(site.dist()).toEqual(before);
  }

  test('are one error, and their text does not steer the terminal', async () => {
    site.write('content/docs/claims/page.mdx', page('Page', 'claim', '<Machines />'));
    site.write('content/docs/claims/other.mdx', page('Other', 'claim', '<Verdict claim="X6" />'));
    site.write(RESULTS, `{"schema": 1, "machine": \u001b[2J`);
    await expectOneError(`${RESULTS}: expected JSON, found`);
    site.write(RESULTS, good);
  });

  test('are one error as a folder, and with a program outside the project', async () => {
    site.write('content/results/reference/folder.json/file', 'anything');
    await expectOneError('content/results/reference/folder.json: expected a file, found a folder');
    site.removeFile('content/results/reference/folder.json');
    const measured = results([
      cell(roundsBetween(1.5, 1.7), {
        programs: [{ variant: 'thread', file: '../../../dev/zero', sha256: '0'.repeat(64) }],
      }),
    ]);
    site.write(RESULTS, JSON.stringify(measured));
    await expectOneError(`${RESULTS}: expected otherwise: a path inside the project, found "../../../dev/zero"`);
    site.write(RESULTS, good);
  });

  test('are one error where a reader’s browser is said to have measured in another runtime', async () => {
    site.write('content/results/contributed/run.json', good);
    await expectOneError('contributed/run.json: expected runs of a browser alone, found "node" of');
    site.removeFile('content/results/contributed/run.json');
  });

  test('a name in the ledger that no experiment has is one error, with the nearest', async () => {
    const ledger = site.read('content/claims.yaml');
    const misspelt = ledger.replace('metric: ready\n', 'metric: raedy\n');
    expect(misspelt).not.toBe(ledger);
    site.write('content/claims.yaml', misspelt);
    await expectOneError('known metric of start-up, found "raedy"; did you mean "ready"?');
    site.write('content/claims.yaml', ledger);
  });
});

test('two builds at once: one builds, the other says so', { timeout: 120_000 }, async () => {
  site.write(RESULTS, good);
  const both = await Promise.all([site.build(), site.build()]);
  const failed = both.filter(({ code }) => code !== 0);
  expect(failed.length).toBeLessThanOrEqual(1);
  for (const { said } of failed) expect(said).toContain('Expected no other build of this folder, found one running');
  expect(site.read('dist/index.html')).toContain('Nothing but words.');
});
