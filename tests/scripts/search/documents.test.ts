import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { mergeByAddress, type SearchDocument, toHtml } from '../../../scripts/search/documents.ts';

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

const page: SearchDocument = { url: '/claims/crashes/', kind: 'experiment', title: 'Crashes', summary: 's', body: 'b' };
const question: SearchDocument = {
  url: '/claims/crashes/',
  kind: 'question',
  title: 'What happens to other threads when one crashes?',
  summary: '',
  body: '',
  alsoKnownAs: ['does a crash end all threads'],
};

test('a question that a whole page answers becomes another name of the page', () => {
  expect(mergeByAddress([page, question])).toEqual([
    { ...page, alsoKnownAs: ['What happens to other threads when one crashes?', 'does a crash end all threads'] },
  ]);
});

test('what has an address of its own stays as it is', () => {
  const heading = { ...question, url: '/claims/crashes/#k4' };
  expect(mergeByAddress([page, heading])).toEqual([{ ...page, alsoKnownAs: [] }, heading]);
});
