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
  ...['very', 'quite', 'extremely', 'incredibly', 'insanely', 'trivial', 'trivially', 'obvious', 'straightforward'],
  ...['magic', 'magically', 'elegant', 'beautiful', 'stunning', 'huge', 'massive', 'crucial', 'vital', 'comprehensive'],
  ...['state-of-the-art', 'world-class', 'best-in-class', 'first-class', 'battle-tested', 'rock-solid', 'real-world'],
  ...['performant', 'effortless', 'effortlessly', 'hassle', 'unleash', 'empower', 'streamline', 'game changer'],
  ...['under the hood', 'deep dive', 'out of the box', 'sweet spot', 'happy path', 'best practice', 'best practices'],
  ...['note that', 'please note', "let's", 'let us', 'in this article', 'in this section', 'in conclusion'],
  ...['and so on', 'etc', 'a lot of', 'nowadays', 'arguably', 'going forward', 'at the end of the day'],
];

/** Verbs and nouns in -ize, which we write with an s; `initializer` is Python's own word for an argument, a sanitizer a compiler's. */
const AMERICAN_ENDING =
  /\b(?!(?:re|over)?siz|priz|seiz|initializer|\w*sanitizer)\w+iz(?:e[sdr]?|ing|ations?)(?![\w:-])/gi;

/** American spellings. */
const SPELLINGS = [
  ...['color', 'behavior', 'favor', 'honor', 'neighbor', 'labor', 'rumor', 'center', 'fiber', 'gray', 'catalog'],
  ...['analyze', 'analog', 'artifact', 'defense', 'license', 'math', 'gotten', 'toward'],
  ...['canceled', 'canceling', 'labeled', 'modeled', 'traveled', 'signaled', 'signaling'],
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
    expect([...found(prose, SPELLINGS), ...(prose.match(AMERICAN_ENDING) ?? [])]).toEqual([]);
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

it.each(['glossary.yaml', 'errors.yaml', 'claims.yaml', 'published.yaml'])(
  '%s has no empty words and no American spelling',
  (file) => {
    const ours = ['definition', 'cause', 'fix', 'falsifiedBy', 'what', 'machine'];
    const text = (readYaml(file) as Record<string, unknown>[])
      .flatMap((entry) => ours.flatMap((key) => (typeof entry[key] === 'string' ? [entry[key]] : [])))
      .join('\n');
    expect(text).not.toBe('');
    expect([...found(text, [...EMPTY_WORDS, ...SPELLINGS]), ...(text.match(AMERICAN_ENDING) ?? [])]).toEqual([]);
  },
);
