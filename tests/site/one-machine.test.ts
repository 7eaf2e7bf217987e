/**
 * A site built from two results files with disjoint cases and wildly different values: nothing on it may join them. Every
 * picture, table, sentence, verdict and caption shows the figures of one machine, and names that machine and no other.
 */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cell, Results } from '../../src/measurement/results.ts';
import { cell, invocation, results, session } from '../measurement/measured.ts';
import { createSmallSite, page } from './small-site.ts';

interface Bench {
  label: string;
  version: string;
  date: string;
  rounds: number;
  thread: number;
  process: number;
}
/** Machines that no two facts have in common. */
const THERE: Bench = { label: 'Bench There', version: '91.1.1', date: '2026-01-05', rounds: 31, thread: 2, process: 4 };
const HERE: Bench = {
  label: 'Bench Here',
  version: '82.2.2',
  date: '2026-03-17',
  rounds: 43,
  thread: 7e6,
  process: 49e6,
};

/** What gives a machine away in a text: its name, version, day, rounds, and its figures in whatever unit. */
const SIGNS = new Map([
  [THERE, /Bench There|91\.1\.1|5 January 2026|\b31 rounds|\b[24](\.0+)? ms|\b2\.0 ×/],
  [
    HERE,
    /Bench Here|82\.2\.2|17 March 2026|\b43 rounds|\b(7,?000|49,?000|7,?0000?|49,?0000?) s|\b(116|117|816|817) min|\b7\.0 ×/,
  ],
]);

/** Names that the experiment has, as the ledger may use no other. */
const CASES = {
  'parent-0': { label: 'small', x: 1 },
  'parent-64': { label: 'large', x: 2 },
  'parent-512': { label: 'medium', x: 3 },
};

function file(bench: Bench, id: string, cells: readonly Partial<Cell>[]): Results {
  const [words] = Object.values(results([]).experiments);
  if (!words) throw new Error('expected the fixture to have words, found none');
  const time = `${bench.date}T12:00:00Z`;
  const values = { thread: { ready: bench.thread, survived: 1 }, process: { ready: bench.process, survived: 1 } };
  const round = {
    order: ['thread', 'process'],
    invocations: { thread: invocation(values.thread), process: invocation(values.process) },
  };
  const rounds = Array.from({ length: bench.rounds }, () => round);
  const slice = { unit: `worker at ${bench.label}`, state: 'run' as const, start: 0, end: bench.thread, core: 0 };
  const logs = { thread: bench.label, process: bench.label };
  return results(
    cells.map((changes) =>
      cell(rounds, { session: id, date: time, programs: [], logs, traces: { thread: [slice] }, ...changes }),
    ),
    {
      machine: { ...results([]).machine, id, label: bench.label },
      runtimes: [
        { id: 'node', label: 'Node.js', language: 'node', version: bench.version, details: {} },
        { id: 'c', label: 'C', language: 'c', version: bench.version, details: {} },
      ],
      experiments: {
        'start-up': {
          ...words,
          axis: { label: 'size', unit: 'count', log: false },
          metrics: {
            ready: { label: 'time', unit: 'ms', better: 'lower' },
            survived: { label: 'survived', unit: 'count', better: 'higher' },
          },
          cases: CASES,
        },
      },
      sessions: [session({ id, date: time })],
    },
  );
}

const COMPARED = `
- id: K1
  group: key-point
  side: processes
  title: Start-up
  statement: A process starts more slowly.
  threads: quick
  processes: slow
  page: /claims/page/
  runtimes: [node, c]
  comparisons:
    - kind: ratio
      label: a process starts more slowly
      reads:
        greater: 'a process took {times} as long to start as a thread'
        less: 'a thread took {times} as long to start as a process'
        same: a process started about as soon as a thread
      experiment: start-up
      metric: ready
      of: process
      over: thread
      cases: [parent-0, parent-512]
      expect: greater
  falsifiedBy: A process would start as quickly.
`;

const name = 'experiment="start-up" metric="ready"';
const figures = Object.keys(CASES)
  .map(
    (id) => `The thread took <Figure ${name} case="${id}" variant="thread" />, a process
<Phrase ${name} case="${id}" of="process" over="thread" more="slower" less="faster" same="as fast" />, that is
<Ratio ${name} case="${id}" of="process" over="thread" />.`,
  )
  .join('\n\n');
const TEXT = `<Chart ${name} kind="curve" />

<Chart ${name} kind="bars" />

<Chart ${name} kind="stack" metric="ready survived" />

<Chart ${name} kind="paired" cases="parent-0 parent-64 parent-512" />

<Timeline experiment="start-up" case="parent-0" />

<Timeline experiment="start-up" case="parent-512" />

<CrashMatrix experiment="start-up" />

<EveryRuntime experiment="start-up" case="parent-0" metric="ready" variants="thread process" />

<EveryRuntime experiment="start-up" case="parent-512" metric="ready" variants="thread process" runtime="node" claim="K1" />

${figures}

<Verdicts claim="K1" />

<HomeTable />

<Ledger />

<RuntimeMatrix />

<MachinesCompared />

<Provenance experiment="start-up" />

<WhenMeasured experiment="start-up" cases="parent-0 parent-512" metric="ready" variants="thread">A sentence that needs both cases.</WhenMeasured>
`;

/** The smallest things that say something whole. What stands beside is looked at apart. */
const REGIONS = [
  '.chart .for-runtime',
  '.timeline .for-runtime',
  '.crash-matrix .for-runtime',
  '.beside',
  '.beside-verdict',
  '.figure',
  '.ratio',
  '.chart-data tr',
  '.table-scroll tr',
  'table.crashes tr',
  'td p',
  '.verdict-row',
  '.case-verdict',
  '.home-table .for-runtime',
  '.ledger dd',
  '.key-figure',
  '.provenance dl',
  '.table-scroll',
  '.machine-grid tbody tr',
].join(', ');

/** All that a region says to anybody: its text, titles and labels, without what stands beside it. */
function wordsIn(region: Element): string {
  const own = region.cloneNode(true) as Element;
  for (const other of own.querySelectorAll('.beside, .beside-verdict')) other.remove();
  const titled = [own, ...own.querySelectorAll('[title], [aria-label]')];
  const said = titled.flatMap((one) => [one.getAttribute('title') ?? '', one.getAttribute('aria-label') ?? '']);
  return [own.textContent ?? '', ...said].join('\n');
}

const machinesIn = (words: string) => [...SIGNS].filter(([, signs]) => signs.test(words)).map(([bench]) => bench.label);

describe('a site built from two machines', { timeout: 120_000 }, () => {
  const site = createSmallSite();
  let document: Document;
  const regions = () => [...document.querySelectorAll(REGIONS)].map((region) => ({ region, words: wordsIn(region) }));

  beforeAll(async () => {
    const there = file(THERE, 'there', [{ case: 'parent-0' }, { case: 'parent-64' }]);
    const here = file(HERE, 'here', [{ case: 'parent-512' }, { case: 'parent-512', runtime: 'c' }]);
    site.write('content/results/reference/there.json', JSON.stringify(there));
    site.write('content/results/local/here.json', JSON.stringify(here));
    site.write('content/claims.yaml', COMPARED);
    site.write('content/docs/claims/page.mdx', page('Page', 'claim', TEXT));
    const { code, said } = await site.build();
    expect(code, said).toBe(0);
    ({ document } = parseHTML(site.read('dist/claims/page/index.html')));
  }, 120_000);
  afterAll(() => site.remove());

  test('shows both machines, in every kind of region', () => {
    for (const bench of [THERE, HERE]) {
      const seen = regions().filter(({ words }) => machinesIn(words).includes(bench.label));
      const kinds = REGIONS.split(', ').filter((kind) => seen.some(({ region }) => region.matches(kind)));
      expect(kinds, bench.label).toEqual(
        expect.arrayContaining(['.chart .for-runtime', '.figure', '.ratio', '.table-scroll tr']),
      );
    }
    expect(document.querySelectorAll('.beside').length).toBeGreaterThan(3);
  });

  test('joins them nowhere', () => {
    const mixed = regions().filter(({ words }) => machinesIn(words).length > 1);
    expect(mixed.map(({ region, words }) => `${region.tagName}.${region.className}: ${words}`)).toEqual([]);
  });

  test('names the machine under every picture and table of figures', () => {
    const pictures = [...document.querySelectorAll('.plot, .lanes-frame, .crash-matrix .table-wrap, .table-scroll')];
    expect(pictures.length).toBeGreaterThan(10);
    for (const picture of pictures) {
      const place = picture.closest('.beside, .for-runtime') ?? picture;
      const own = place.cloneNode(true) as Element;
      for (const other of own.querySelectorAll('.beside')) other.remove();
      const caption = own.querySelector('.caption')?.textContent ?? '';
      expect(caption).toMatch(/Bench (There|Here)/);
      expect(machinesIn(wordsIn(place))).toEqual(machinesIn(caption));
    }
  });

  test('does not draw a case that the answering machine has not measured', () => {
    const node = document.querySelector('.chart-curve .for-runtime[data-runtime=node]')?.cloneNode(true) as Element;
    for (const other of node.querySelectorAll('.beside')) other.remove();
    expect(node.querySelector('desc')?.textContent).toMatch(/small/);
    expect(node.querySelector('desc')?.textContent).not.toMatch(/medium/);
  });

  test('judges no claim on cases of two machines, and names the cases it rests on', () => {
    const sentences = [...document.querySelectorAll('#k1 .verdict-row .says')].map((says) => says.textContent ?? '');
    const judged = sentences.filter((words) => words.includes('took'));
    expect(judged.length).toBeGreaterThan(2);
    for (const words of judged) expect(words.match(/Parent of \d+ MiB/g)).toHaveLength(1);
  });

  test('leaves out a sentence that would need both', () => {
    expect(document.body.textContent).not.toContain('A sentence that needs both cases.');
  });

  test('tells rows of the data apart by origin, machine, session, date, profile and version', () => {
    const [header = '', ...rows] = site.read('dist/data/experiment/start-up.csv').trimEnd().split('\r\n');
    const columns = header.split(',').slice(0, 7);
    expect(columns).toEqual(['origin', 'machine', 'session', 'date', 'profile', 'runtime', 'version']);
    const kinds = new Set(
      rows.map((row) =>
        row
          .split(',')
          .filter((_, index) => index !== 5)
          .slice(0, 6)
          .join(),
      ),
    );
    expect([...kinds].sort()).toEqual([
      'local,here,here,2026-03-17T12:00:00Z,full,82.2.2',
      'reference,there,there,2026-01-05T12:00:00Z,full,91.1.1',
    ]);
  });
});

test('a page about an experiment that nobody has measured is built, and says so', { timeout: 120_000 }, async () => {
  const site = createSmallSite();
  const gil = 'experiment="gil" case="units-2" metric="wall"';
  const text = `<Chart experiment="gil" metric="wall" kind="bars" />

It took <Figure ${gil} variant="thread" />, that is <Ratio ${gil} of="process" over="thread" />.

<Verdicts claim="X1" />

<Provenance experiment="gil" />

<Programs experiment="gil" />
`;
  site.write('content/docs/claims/page.mdx', page('Page', 'claim', text));
  const { code, said } = await site.build();
  expect(code, said).toBe(0);
  const { document } = parseHTML(site.read('dist/claims/page/index.html'));
  site.remove();
  expect(document.querySelector('.provenance')?.textContent).toContain('has not been measured yet');
  expect(document.querySelector('.chart-absent')?.textContent).toContain('has not been measured');
  expect(document.querySelectorAll('.figure, .ratio')).toHaveLength(0);
  expect([...document.querySelectorAll('.absent')].some(({ textContent }) => textContent === 'not measured yet')).toBe(
    true,
  );
});
