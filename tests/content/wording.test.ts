import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageSchema } from '../../src/authoring/page-schema.ts';
import { lintProse } from './lint-prose.ts';
import { proseOf, readPages, readYaml } from './pages.ts';
import { plainProse, readingGrade } from './reading-grade.ts';
import { proseInSource } from './source-prose.ts';

const pages = readPages();

/** Eight minutes at two hundred words a minute. */
const LONGEST = 1600;

/** The grade of the Python tutorial: all chapters of version 3.11, by the same measure. */
const PYTHON_TUTORIAL = 9.4;

/** A number with a unit of time, size, rate or proportion. */
const FIGURE =
  /\d[\d.,]*\s?(?:ns|µs|us|ms|s|sec|seconds?|minutes?|B|KB|MB|GB|KiB|MiB|GiB|%|×|x|times|percent|per cent)(?![\w-])/g;

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

  it('uses no word of the list in content/words.yml', async () => {
    expect(await lintProse(`${page.frontmatter.title}\n\n${page.frontmatter.description}\n\n${prose}`)).toEqual([]);
  });

  it('reads no harder than the Python tutorial', () => {
    expect(readingGrade(plainProse(prose))).toBeLessThanOrEqual(PYTHON_TUTORIAL);
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

/** Keys under which the data files hold sentences of our own; the rest is names, code, addresses and other people's words. */
const OURS = new Set([
  'definition',
  'cause',
  'fix',
  'falsifiedBy',
  'what',
  'machine',
  'question',
  'hint',
  'when',
  'take',
  'advice',
  'title',
]);

/** Every sentence below one of those keys, at any depth. */
function sentencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (OURS.has(key) ? [inner] : []) : sentencesIn(inner),
  );
}

it.each([
  'glossary.yaml',
  'errors.yaml',
  'claims.yaml',
  'published.yaml',
  'questions.yaml',
  'decisions.yaml',
  'home.yaml',
])('%s uses no word of the list in content/words.yml', async (file) => {
  const text = sentencesIn(readYaml(file)).join('\n\n');
  expect(text).not.toBe('');
  expect(await lintProse(text)).toEqual([]);
});

/** Below `folder`, from the repository's root, the files whose names end so. */
function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => `${folder}/${file}`);
}

it.each([
  { folder: 'src', ending: /\.(?:astro|ts)$/ },
  { folder: 'scripts/experiments', ending: /^[^/]+\/experiment\.ts$/ },
])('no string below $folder uses a word of the list in content/words.yml', async ({ folder, ending }) => {
  const files = filesBelow(folder, ending);
  expect(files).not.toEqual([]);
  const found = files.map(async (file) =>
    (await lintProse(proseInSource(file, readFileSync(file, 'utf8')))).map((said) => `${file}, ${said}`),
  );
  expect((await Promise.all(found)).flat()).toEqual([]);
});

describe('the sentences in source files', () => {
  it.each([
    {
      file: 'a.ts',
      text: `import x from 'y';\n// a comment\nconst said = \`It took \${x} in all\`;`,
      prose: '\n\nIt took in all',
    },
    { file: 'a.ts', text: "const words = 'a an the'.split(' ');\nfail('no such file');", prose: '\nno such file' },
    {
      file: 'a.astro',
      text: '---\n/** A comment. */\nconst a = "two words";\n---\n<p title="Of a kind">\n  Read {a} here.\n</p>\n',
      prose: '\n\ntwo words\n\nOf a kind\nRead here.\n\n',
    },
    { file: 'a.astro', text: '<p>No script at all</p>', prose: 'No script at all' },
  ])('are, of $text, "$prose"', ({ file, text, prose }) => {
    expect(proseInSource(file, text).trimEnd()).toBe(prose.trimEnd());
  });
});

describe('the word list', () => {
  it.each([
    { text: 'We utilize threads in order to wait.', found: ['utilize => use', 'in order to => to'] },
    { text: 'The color of the behavior', found: ['color => colour', 'behavior => behaviour'] },
    { text: 'It was organized on this machine.', found: ['organized => organised', 'on this machine => here'] },
    { text: 'An initializer, a sanitizer and a size', found: [] },
  ])('finds in "$text" $found', async ({ text, found }) => {
    const said = await lintProse(text);
    expect(said).toHaveLength(found.length);
    for (const [index, words] of found.entries()) expect(said[index]).toContain(words);
  });
});

describe('the reading grade', () => {
  it('rises with long sentences and long words', () => {
    const hard =
      'Synchronisation necessitates considerable deliberation regarding simultaneous modifications of memory.';
    expect(readingGrade(hard)).toBeGreaterThan(readingGrade('A lock lets one thread in at a time. The rest wait.'));
  });
});
