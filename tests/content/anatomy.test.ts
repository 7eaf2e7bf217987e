import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { chartKinds } from '../../src/charts/chart-kinds.ts';
import { parseLedger } from '../../src/measurement/ledger.ts';
import { elementsOf, type Page, readPages, readYaml } from './pages.ts';

const root = join(import.meta.dirname, '../..');
const pages = readPages();
const claimPages = pages.filter((page) => page.file.startsWith('claims/'));
const ledger = parseLedger(stringify(readYaml('claims.yaml')), 'content/claims.yaml');

const experiments = globSync('scripts/experiments/*/experiment.ts', { cwd: root }).map((file) =>
  basename(dirname(file)),
);

/** The sections of a claim page in their order, with the component each needs. */
const ANATOMY: readonly (readonly [heading: string, component: string | undefined])[] = [
  ['The picture', undefined],
  ['The verdict', 'Verdicts'],
  ['What happened', undefined],
  ['The programs', 'Programs'],
  ['Run it here', 'Run'],
  ['Open the sandbox', 'Sandbox'],
  ['Why it comes out so', undefined],
  ['When it does not hold', undefined],
  ['Published figures', undefined],
  ['What would have falsified it', 'FalsifiedBy'],
  ['Where the figures come from', 'Provenance'],
];

/** A page about an experiment of which the ledger has no row yet asks a question and shows what was measured. */
const isJudged = (page: Page) => (page.frontmatter.claims ?? []).length > 0;

/** What a page must have: one without a row in the ledger has no verdict to show. */
const anatomyOf = (page: Page) =>
  isJudged(page)
    ? ANATOMY
    : ANATOMY.filter(([, component]) => component !== 'Verdicts').map(
        ([heading, component]) => [heading, component === 'FalsifiedBy' ? undefined : component] as const,
      );

/** The text of one section, heading excluded. */
function section(body: string, heading: string): string {
  return (
    body
      .split(/^## /m)
      .find((part) => part.startsWith(`${heading}\n`))
      ?.slice(heading.length) ?? ''
  );
}

it('has a page for each experiment, named after it', () => {
  expect(experiments.length).toBeGreaterThan(0);
  expect(claimPages.map((page) => page.file.slice('claims/'.length, -'.mdx'.length)).sort()).toEqual(
    [...experiments].sort(),
  );
});

it.each(chartKinds)('shows a picture of the kind "%s" somewhere', (kind) => {
  expect(claimPages.filter(({ body }) => body.includes(`kind="${kind}"`))).not.toEqual([]);
});

it.each(['anatomy', 'timeline', 'gil', 'responsiveness', 'io-bound', 'pools'])(
  'shows who ran when in %s',
  (experiment) => {
    const page = claimPages.find(({ file }) => file === `claims/${experiment}.mdx`);
    expect(page?.body).toContain(`<Timeline experiment="${experiment}" `);
  },
);

describe.each(claimPages)('$file', (page) => {
  it('runs the experiment it is named after', () => {
    expect(`claims/${String(page.frontmatter.experiment)}.mdx`).toBe(page.file);
  });

  it.skipIf(isJudged(page))('asks its question before the first heading', () => {
    expect(page.body.split(/^## /m)[0]).toMatch(/^\s*\*\*[^*]+\?\*\*/);
  });

  it('names claims of the ledger, for its answer card', () => {
    const known = ledger.map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining((page.frontmatter.claims ?? []) as string[]));
  });

  it('has the sections of a claim page, in order', () => {
    const headings = page.headings.filter(({ depth }) => depth === 2).map(({ text }) => text);
    expect(headings).toEqual(anatomyOf(page).map(([heading]) => heading));
  });

  it.each(anatomyOf(page))('says something under "%s"', (heading, component) => {
    const text = section(page.body, heading);
    expect(text.trim()).not.toBe('');
    if (component) expect(text).toContain(`<${component} `);
  });

  it('shows a picture', () => {
    expect(section(page.body, 'The picture')).toMatch(/<(Chart|CrashMatrix|Overview) /);
  });

  it("uses its own experiment's figures in its own sections", () => {
    const shown = elementsOf(page).filter(({ name }) =>
      ['Programs', 'Run', 'Sandbox', 'Provenance', 'Chart'].includes(name),
    );
    expect(new Set(shown.map(({ attributes }) => attributes.get('experiment')))).toEqual(
      new Set([page.frontmatter.experiment]),
    );
  });

  it('gives the verdict of every row at home here, and what would have falsified it', () => {
    const home = ledger.filter((claim) => claim.page === page.path).map((claim) => claim.id);
    const of = (component: string) =>
      elementsOf(page)
        .filter(({ name }) => name === component)
        .map(({ attributes }) => attributes.get('claim'));
    expect(of('Verdicts')).toEqual(expect.arrayContaining(home));
    expect(of('FalsifiedBy')).toEqual(expect.arrayContaining(home));
    expect(of('FalsifiedBy')).toEqual(of('Verdicts'));
  });
});

describe('the ledger', () => {
  it('has every row on some page, and pages name no other', () => {
    const named = pages.flatMap(({ frontmatter }) => (frontmatter.claims ?? []) as string[]);
    expect([...new Set(named)].sort()).toEqual(ledger.map(({ id }) => id).sort());
  });

  it.each(ledger)('finds $id on its page, $page', ({ id, page }) => {
    const home = pages.find(({ path }) => path === page);
    expect(home?.frontmatter.claims).toContain(id);
  });

  it.each(ledger)('gives the verdicts on $id somewhere, in words and not by its number alone', ({ id }) => {
    expect(pages.some((page) => page.body.includes(`<Verdicts claim="${id}" />`))).toBe(true);
  });
});
