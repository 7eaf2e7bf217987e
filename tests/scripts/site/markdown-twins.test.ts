import { expect, test } from 'vitest';
import { toTwin } from '../../../scripts/site/markdown-twins.ts';
import { readPage } from '../../../scripts/site/page-tree.ts';

const page = (body: string) => `<!doctype html><html><head>
<link rel="canonical" href="https://site.test/docs/claims/gil/"/></head><body><nav>Sidebar</nav>
<main><header><h1 id="_top">The lock</h1><p class="lede">What it stops.</p></header>
<form><input type="radio"></form><div class="sl-markdown-content">${body}</div></main></body></html>`;

function twinOf(html: string): string | null {
  const page = readPage(html);
  return page && toTwin(page);
}

test('a page becomes its title, its sentence, its address and its text, with links in full', () => {
  expect(twinOf(page('<p>See <a href="/docs/start/">the start</a> and <a href="#x">this</a>.</p>'))).toBe(
    `# The lock

What it stops.

<https://site.test/docs/claims/gil/>

See [the start](https://site.test/docs/start/) and [this](https://site.test/docs/claims/gil/#x).
`,
  );
});

test('verdicts and the runtime they are of stand out, and figures stay in their tables', () => {
  const twin = twinOf(
    page(`<div class="for-runtime"><p class="for-label">C</p><p><span class="chip">confirmed</span> It is so.</p></div>
<figure><svg><text>drawn</text></svg><details><summary>The numbers</summary>
<table><thead><tr><th>Variant</th><th>Median</th></tr></thead><tbody><tr><td>thread</td><td>25 ms</td></tr></tbody></table>
</details></figure>`),
  );
  expect(twin).toContain('**C**');
  expect(twin).toContain('**confirmed** It is so.');
  expect(twin).toContain('| thread | 25 ms |');
  expect(twin).not.toContain('drawn');
});

test('figures of several runtimes are told apart, in running text and in a cell', () => {
  const inline = (name: string, text: string) =>
    `<span class="for-runtime"><span class="for-label">${name}: </span>${text}<span class="origin">ref</span></span>`;
  const block = (name: string, text: string) =>
    `<div class="for-runtime"><p class="for-label">${name}</p><p>${text}</p></div>`;
  const twin = twinOf(
    page(`<p>It took ${inline('C', '1 ms')}${inline('Node.js', '2 ms')}.</p>
<table><tr><th>a</th></tr><tr><td><p>less</p>${block('C', '1 ms')}${block('Node.js', '2 ms')}</td></tr></table>`),
  );
  expect(twin).toContain('It took **C:** 1 ms(ref); **Node.js:** 2 ms(ref).');
  expect(twin).toContain('| less **C** 1 ms; **Node.js** 2 ms |');
});

test('controls and scripts are left out, programs are kept to the letter', () => {
  const twin = twinOf(
    page(
      '<button>Run</button><script>evil()</script><pre data-language="c"><code><span>int a;</span>\n<span>*a = 1;</span>\n</code></pre>',
    ),
  );
  expect(twin).toContain('```c\nint a;\n*a = 1;\n```');
  expect(twin).not.toMatch(/Run|evil/);
});

test('markup in a figure’s text stays text', () => {
  expect(twinOf(page('<p>&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1))</p>'))).toContain(
    '\\<script>alert(1)\\</script> \\[x]\\(javascript:alert(1))',
  );
});

test('a page that says nothing has none', () => {
  expect(twinOf('<html><head></head><body><main><h1>Search</h1></main></body></html>')).toBeNull();
});
