/** Numbers and texts that a build has to take as they are: the smallest there is, and HTML in the place of words. */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectResults } from '../../src/runner/collect.ts';
import { cell, results, round, roundsBetween } from '../measurement/measured.ts';
import { browserFacts, measurement } from '../runner/fixtures/browser-run.ts';
import { createSmallSite, page } from './small-site.ts';

const RESULTS = 'content/results/reference/bench.json';

const site = createSmallSite();
afterAll(() => site.remove());

test('the smallest number there is does not stop a picture', { timeout: 120_000 }, async () => {
  // In seconds, as the axis will have it, it is nothing: no factor leads from there to the other.
  const rounds = Array.from({ length: 15 }, (_, index) => round({ thread: 5e-324, process: 5000 + index }, 'time'));
  site.write(RESULTS, JSON.stringify(results([cell(rounds)])));
  const chart = '<Chart experiment="start-up" metric="time" kind="paired" runtime="node" />';
  site.write('content/docs/claims/page.mdx', page('Page', 'claim', chart));
  const { code, said } = await site.build();
  expect(code, said).toBe(0);
});

/** Ends an element, a script, a style and an attribute, and would run where any of them let it. */
const HOSTILE = '</p></script></style>"\'><script>alert(1)</script><img src=x onerror=alert(2)>';

describe('results and a ledger with HTML in their texts', { timeout: 120_000 }, () => {
  const machine = { label: HOSTILE, cpu: HOSTILE, os: HOSTILE, kernel: HOSTILE, limits: [HOSTILE] };
  const logs = { thread: HOSTILE, process: HOSTILE };
  const bench = results([cell(roundsBetween(1.5, 1.7), { logs })]);
  const startUp = {
    title: HOSTILE,
    question: HOSTILE,
    order: 1,
    metrics: { time: { label: HOSTILE, unit: 'ms' as const, better: 'lower' as const } },
    cases: { small: { label: HOSTILE } },
    variants: {
      thread: { label: HOSTILE, kind: 'thread' as const },
      process: { label: 'process', kind: 'process' as const },
    },
  };
  const hostile = {
    ...bench,
    machine: { ...bench.machine, ...machine },
    experiments: { 'start-up': startUp },
  };
  const text = `<Machines />

<Provenance experiment="start-up" />

<Figure experiment="start-up" case="small" metric="time" variant="process" runtime="node" />

<Chart experiment="start-up" metric="time" kind="bars" runtime="node" />

<CrashMatrix experiment="start-up" runtime="node" />

<Run experiment="gil" />

<Ledger />

<Verdicts claim="X6" />
`;
  /** A run of a reader's browser, under the same names. */
  const contributed = async () => {
    const run = await collectResults(measurement, { ...browserFacts, userAgent: HOSTILE, platform: HOSTILE });
    return { ...run, machine: { ...run.machine, label: HOSTILE } };
  };
  let html: string;
  beforeAll(async () => {
    site.write('dist/deep/data.bin', 'of the site from before');
    site.write('content/results/contributed/run.json', JSON.stringify(await contributed()));
    site.write(RESULTS, JSON.stringify(hostile));
    const ledger = site.read('content/claims.yaml');
    site.write(
      'content/claims.yaml',
      ledger.replace(/^( {2}(?:statement|falsifiedBy): ).*$/gm, `$1${JSON.stringify(HOSTILE)}`),
    );
    site.write('content/docs/claims/page.mdx', page('Page', 'claim', text));
    const { code, said } = await site.build();
    expect(code, said).toBe(0);
    html = site.read('dist/claims/page/index.html');
  }, 120_000);

  test('builds, in place of the site from before', () => {
    expect(Object.keys(site.dist())).not.toContain('/dist/deep/data.bin');
    expect(site.read('dist/index.html')).toContain('Nothing but words.');
  });

  test('is shown as the text it is', () => {
    const { document } = parseHTML(html);
    expect(document.querySelector('.machine-name b')?.textContent).toBe(HOSTILE);
    expect(document.querySelector('section[id^=machine-]')?.getAttribute('aria-label')).toBe(HOSTILE);
    expect(document.querySelector('.provenance dd')?.textContent).toContain(HOSTILE);
    expect(document.querySelector('.figure')?.getAttribute('title')).toContain(HOSTILE);
    expect(document.querySelector('.crash-log pre')?.textContent).toBe(HOSTILE);
    expect(document.querySelector('figure figcaption')?.textContent).toBe(HOSTILE);
    expect(document.querySelector('main')?.textContent?.split(HOSTILE).length).toBeGreaterThan(50);
    expect(document.querySelector('.contributed b')?.textContent).toBe(HOSTILE);
    expect(document.querySelector('figure svg title')?.textContent).toContain(HOSTILE);
  });

  test('adds no element to any page', () => {
    const added = Object.entries(site.dist()).flatMap(([path, bytes]) => {
      if (!path.endsWith('.html')) return [];
      const { document } = parseHTML(Buffer.from(bytes, 'base64').toString());
      const scripts = [...document.querySelectorAll('script')].filter(({ textContent }) => textContent === 'alert(1)');
      return [...scripts, ...document.querySelectorAll('[onerror]')].map((element) => `${path}: ${element.outerHTML}`);
    });
    expect(added).toEqual([]);
  });
});
