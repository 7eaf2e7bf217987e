import { expect, test } from 'vitest';
import { pageDocument } from '../../../scripts/search/page-documents.ts';
import { readPage } from '../../../scripts/site/page-tree.ts';

const html = (
  body: string,
) => `<!doctype html><html><head><meta name="description" content="Who&#39;s &quot;quick&quot;?"/>
<link rel="canonical" href="https://site.test/claims/gil/"/></head><body>
<main><h1 id="_top"> The lock </h1><div class="sl-markdown-content">${body}</div></main></body></html>`;

function documentOf(body: string, frontmatter = 'kind: claim\nkeywords: [global lock]') {
  const page = readPage(html(body));
  return page && pageDocument(`---\n${frontmatter}\n---\nText`, 'claims/gil', page);
}

test('a page is found by its title, its sentence, its keywords and its text', () => {
  expect(documentOf('<h2 id="why">Why</h2><p>It <em>waits</em>.</p>')).toEqual({
    url: '/claims/gil/',
    kind: 'experiment',
    runtimes: [],
    title: 'The lock',
    summary: 'Who\'s "quick"?',
    body: `<p data-pagefind-weight="3">Who's &quot;quick&quot;?</p><h2 id="why">Why</h2><p>It <em>waits</em>.</p>`,
    alsoKnownAs: ['global lock'],
  });
});

test('programs, pictures, controls and what is made from data are not searched', () => {
  const left =
    '<pre><code>code</code></pre><figure>chart</figure><button>Run</button><div class="not-content">table</div>' +
    '<a class="sl-anchor-link">Section</a><nav>list</nav><!-- aside -->';
  expect(documentOf(`<p>text</p>${left}`)?.body).toMatch(/<p>text<\/p>$/);
});

test('the name of a source is neither searched nor counted; the page’s own words that lead to one are', () => {
  const cite = '<a class="cite" href="https://nodejs.org/">[Node.js]</a>';
  const found = documentOf(
    `<p>It waits ${cite} ${cite} ${cite}.</p><p>See <a href="https://aiohttp.org/">aiohttp</a>.</p>`,
  );
  expect(found?.body).toMatch(/<p>It waits\.<\/p><p>See <a [^>]*>aiohttp<\/a>\.<\/p>$/);
  expect(found?.runtimes).toEqual([]);
});

test('of a sentence with several runtimes the first one’s is searched, and the page is about all of them', () => {
  const one = (runtime: string) => `<span class="for-runtime" data-runtime="${runtime}">of ${runtime}</span>`;
  const found = documentOf(`<p>${one('node')}${one('cpython')}${one('c')}</p>`);
  expect(found?.runtimes).toEqual(expect.arrayContaining(['node', 'cpython', 'c']));
  expect(found?.body.match(/of \w+/g)).toHaveLength(1);
});

test('the home page, and one whose frontmatter says no kind, are no results', () => {
  expect(documentOf('<p>text</p>', 'kind: home')).toBeUndefined();
  expect(documentOf('<p>text</p>', 'title: x')).toBeUndefined();
});
