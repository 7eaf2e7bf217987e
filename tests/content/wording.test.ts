import { describe, expect, it } from 'vitest';
import { pageSchema } from '../../src/authoring/page-schema.ts';
import { proseOf, readPages, readYaml } from './pages.ts';

const pages = readPages();

/** Eight minutes at two hundred words a minute. */
const LONGEST = 1600;

/** Words that add nothing, or flatter, or hurry the reader along. */
const EMPTY_WORDS = [
  ...['simply', 'just', 'easy', 'easily', 'obviously', 'clearly', 'of course', 'basically', 'actually', 'really fast'],
  ...[
    'blazing',
    'blazingly',
    'lightning',
    'powerful',
    'seamless',
    'seamlessly',
    'robust',
    'cutting-edge',
    'game-changing',
  ],
  ...[
    'in order to',
    'it is important to note',
    'it should be noted',
    'as you can see',
    'needless to say',
    'very unique',
  ],
  ...['leverage', 'utilize', 'utilise', 'delve', 'dive into', 'journey', 'unlock', 'supercharge', 'harness the'],
];

/** American spellings, with ours. */
const SPELLINGS = [
  ...['color', 'behavior', 'favor', 'honor', 'neighbor', 'labor', 'rumor', 'center', 'fiber', 'gray', 'catalog'],
  ...[
    'serialize',
    'serialization',
    'synchronize',
    'organize',
    'recognize',
    'optimize',
    'initialize',
    'parallelize',
    'analyze',
  ],
];

/** A number with a unit of time, size, rate or proportion. */
const FIGURE =
  /\d[\d.,]*\s?(?:ns|µs|us|ms|s|sec|seconds?|minutes?|B|KB|MB|GB|KiB|MiB|GiB|%|×|x|times|percent|per cent)(?![\w-])/g;

const found = (text: string, words: string[]) =>
  words.filter((word) => new RegExp(`(?<![\\w-])${word}(?![\\w:-])`, 'i').test(text));

describe.each(pages)('$file', (page) => {
  const prose = proseOf(page);

  it('has frontmatter in which everything is filled in', () => {
    const { title, sidebar, ...rest } = page.frontmatter;
    expect(title).toBeTypeOf('string');
    expect(pageSchema.safeParse(rest).error?.issues ?? []).toEqual([]);
    if (page.path !== '/') expect(sidebar).toMatchObject({ order: expect.any(Number) });
  });

  it('takes less than eight minutes to read', () => {
    expect(prose.split(/\s+/).filter((word) => /\w/.test(word)).length).toBeLessThan(LONGEST);
  });

  it('has no empty words', () => {
    expect(found(prose, EMPTY_WORDS)).toEqual([]);
  });

  it('is in British English', () => {
    expect(found(prose, SPELLINGS)).toEqual([]);
  });

  it('has no figure typed by hand', () => {
    expect([...prose.matchAll(FIGURE)].map(([text]) => text)).toEqual([]);
  });

  it('does not shout', () => {
    expect(prose.replace(/!=/g, '')).not.toContain('!');
  });
});

describe('the sidebar', () => {
  const groups = Map.groupBy(
    pages.filter(({ path }) => path !== '/'),
    ({ file }) => file.split('/')[0] ?? '',
  );

  it.each([...groups])('has one place for each page of %s', (_, members) => {
    const orders = members.map(({ frontmatter }) => frontmatter.sidebar?.order);
    expect(new Set(orders).size).toBe(orders.length);
  });
});

it.each(['glossary.yaml', 'errors.yaml', 'questions.yaml'])(
  '%s has no empty words and no American spelling',
  (file) => {
    const text = (readYaml(file) as Record<string, unknown>[])
      .flatMap(({ definition = '', cause = '', fix = '' }) => [definition, cause, fix].map(String))
      .join('\n');
    expect(found(text, [...EMPTY_WORDS, ...SPELLINGS])).toEqual([]);
  },
);
