import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type BibliographyEntry,
  bibliographySchema,
  errorsSchema,
  glossarySchema,
  publishedSchema,
  questionsSchema,
} from '../../src/evidence/schemas.ts';
import { elementsOf, readPages, readYaml, slugOf } from './pages.ts';

const pages = readPages();
const bibliography: BibliographyEntry[] = bibliographySchema.parse(readYaml('bibliography.yaml'));
const glossary = glossarySchema.parse(readYaml('glossary.yaml'));
const published = publishedSchema.parse(readYaml('published.yaml'));
const errors = errorsSchema.parse(readYaml('errors.yaml'));
const questions = questionsSchema.parse(readYaml('questions.yaml'));

/** Where the pages show a component, in their order. */
const shown = (component: string) =>
  pages.flatMap((page) =>
    elementsOf(page)
      .filter(({ name }) => name === component)
      .map(({ attributes, line }) => ({ attributes, where: `${page.file}, line ${line} of the text` })),
  );

/** The parts of an index that the pages show. */
const listed = (component: string) => shown(component).map(({ attributes }) => attributes.get('about') ?? '');
const subjects = (entries: readonly { about: string }[]) => [...new Set(entries.map(({ about }) => about))];

/** Ids that pages name in one component, with where. */
const named = (component: string): Map<string, string> =>
  new Map(shown(component).map(({ attributes, where }) => [attributes.get('id') ?? '', where]));

/** Whether a path with an optional anchor leads to a page and one of its headings. */
function leadsSomewhere(target: string): boolean {
  const [path, anchor] = target.split('#');
  const page = pages.find((candidate) => candidate.path === path);
  return page !== undefined && (anchor === undefined || page.headings.some(({ slug }) => slug === anchor));
}

function duplicates(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('sources', () => {
  const cited = new Map([
    ...named('Cite'),
    ...[...errors, ...glossary].flatMap(({ id, sources }) => sources.map((source) => [source, id] as const)),
  ]);

  it('are known when cited', () => {
    const known = new Set(bibliography.map(({ id }) => id));
    expect([...cited].filter(([id]) => !known.has(id))).toEqual([]);
  });

  it('are cited when listed', () => {
    const used = new Set([...cited.keys(), ...published.map(({ source }) => source)]);
    expect(bibliography.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('are listed once', () => {
    expect(duplicates(bibliography.map(({ url }) => url))).toEqual([]);
  });
});

describe('published figures', () => {
  it('come from a source in the bibliography', () => {
    const known = new Set(bibliography.map(({ id }) => id));
    expect(published.filter(({ source }) => !known.has(source)).map(({ id }) => id)).toEqual([]);
  });

  it('are each shown on a page, and each one shown exists', () => {
    expect([...named('Published').keys()].sort()).toEqual(published.map(({ id }) => id).sort());
  });
});

describe('the glossary', () => {
  it('has terms', () => {
    expect(glossary.length).toBeGreaterThanOrEqual(45);
  });

  it('has each term once, under one spelling', () => {
    expect(duplicates(glossary.map(({ id }) => id))).toEqual([]);
    for (const { term, alsoKnownAs, searchedAs } of glossary)
      expect([...alsoKnownAs, ...searchedAs]).not.toContain(term);
  });

  it('leads from each other name to one term', () => {
    const names = glossary.flatMap(({ term, alsoKnownAs }) => [term, ...alsoKnownAs]);
    expect(duplicates(names.map((name) => name.toLowerCase()))).toEqual([]);
  });

  it('knows every term the pages mark', () => {
    const known = new Set(glossary.map(({ id }) => id));
    expect([...named('Term')].filter(([id]) => !known.has(id))).toEqual([]);
  });

  it.each(glossary)('$term leads to a page', ({ link }) => {
    expect(link).toSatisfy(leadsSomewhere);
  });
});

describe('the error index', () => {
  it('has a heading for every subject', () => {
    expect(listed('ErrorIndex').toSorted()).toEqual(subjects(errors).toSorted());
  });

  it('has each message once', () => {
    expect(duplicates(errors.map(({ message }) => message))).toEqual([]);
  });

  it.each(errors)('$id leads to a page and a heading', ({ link }) => {
    expect(link).toSatisfy(leadsSomewhere);
  });
});

describe('the question index', () => {
  it('has a heading for every subject', () => {
    expect(listed('QuestionIndex').toSorted()).toEqual(subjects(questions).toSorted());
  });

  it('asks each question once', () => {
    expect(questions.length).toBeGreaterThan(0);
    expect(duplicates(questions.map(({ question }) => slugOf(question)))).toEqual([]);
  });

  it.each(questions)('"$question" leads to a page and a heading', ({ answer }) => {
    expect(answer).toSatisfy(leadsSomewhere);
  });
});

describe('links between pages', () => {
  /** Pages whose anchors are made from data files. */
  const generated = ['/reference/glossary/', '/reference/errors/', '/reference/ledger/'];
  /** Files under `/data/` are made by the build; the test of its links looks for them. Those in `public/` are there. */
  const links = pages
    .flatMap(({ file, body }) =>
      [...body.matchAll(/\]\((\/(?!data\/)[^)\s]*)\)/g)].map(([, target = '']) => ({ file, target })),
    )
    .filter(({ target }) => target.endsWith('/') || !existsSync(`public${target}`));

  it('end in a slash or an anchor', () => {
    expect(links.filter(({ target }) => !/\/(#[\w-]+)?$/.test(target))).toEqual([]);
  });

  it('lead to a page and a heading', () => {
    const broken = links.filter(
      ({ target }) => !leadsSomewhere(target) && !generated.some((path) => target.startsWith(`${path}#`)),
    );
    expect(broken).toEqual([]);
  });
});
