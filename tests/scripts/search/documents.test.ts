import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { toHtml } from '../../../scripts/search/documents.ts';
import { identifierParts, identifiersIn } from '../../../scripts/search/words.ts';

describe('identifiers', () => {
  test.each([
    ['BrokenProcessPool', 'Broken Process Pool'],
    ['child_process.fork', 'child process fork'],
    ['SharedArrayBuffer', 'Shared Array Buffer'],
    ['__main__', undefined],
    ['thread', undefined],
  ])('%s has the parts %s', (identifier, parts) => expect(identifierParts(identifier)).toBe(parts));

  test('are told from words', () => {
    expect(identifiersIn('Use worker_threads or os.cpus in Node. Then stop.')).toEqual(['worker_threads', 'os.cpus']);
  });
});

test('a document carries its filters and hides its details from the index', () => {
  const { document } = parseHTML(
    toHtml({
      url: '/x/',
      kind: 'error',
      title: "can't pickle <lambda>",
      summary: 'A lambda has no name.',
      runtimes: ['cpython'],
      body: '<p>BrokenProcessPool</p>',
    }),
  );
  const filters = [...document.querySelectorAll('[data-pagefind-filter]')].map((span) =>
    span.getAttribute('data-pagefind-filter'),
  );
  expect(filters).toEqual(['kind:error', 'runtime:cpython']);
  expect(document.querySelector('h1')?.textContent).toBe("can't pickle <lambda>");
  expect(document.querySelector('[data-pagefind-ignore] [data-pagefind-meta=summary]')?.textContent).toMatch(/lambda/);
  expect(document.body.textContent).toContain('Broken Process Pool');
});
