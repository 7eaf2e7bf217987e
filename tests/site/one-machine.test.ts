/**
 * A site built from two results files with disjoint cases and wildly different values: nothing on it may join them. Every
 * picture, table, sentence, verdict and caption shows the figures of one machine, and names that machine and no other.
 */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSmallSite, page } from './small-site.ts';
import { COMPARED, HERE, resultsOf, SIGNS, TEXT, THERE } from './two-machines.ts';

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
  return [own.textContent ?? '', ...said].join('\n').replaceAll('\u00a0', ' ');
}

const machinesIn = (words: string) => [...SIGNS].filter(([, signs]) => signs.test(words)).map(([bench]) => bench.label);

describe('a site built from two machines', { timeout: 120_000 }, () => {
  const site = createSmallSite();
  let document: Document;
  const regions = () => [...document.querySelectorAll(REGIONS)].map((region) => ({ region, words: wordsIn(region) }));

  beforeAll(async () => {
    const there = resultsOf(THERE, 'there', [{ case: 'parent-0' }, { case: 'parent-64' }]);
    const here = resultsOf(HERE, 'here', [{ case: 'parent-512' }, { case: 'parent-512', runtime: 'c' }]);
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
    for (const words of judged) expect(words.match(/Parent of \d+\sMiB/g)).toHaveLength(1);
  });

  test('says what the variants of a round had to agree on', () => {
    const blocks = [...document.querySelectorAll('.provenance dl')].map(({ textContent }) => textContent);
    expect(blocks.length).toBe(2);
    for (const block of blocks) expect(block).toContain('what its variants print: “survived”; a variant that');
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
