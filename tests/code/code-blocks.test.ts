import { codeToHtml } from 'shiki';
import { describe, expect, it } from 'vitest';
import { codePanel } from '../../src/code/code-blocks.ts';
import { titleOf } from '../../src/code/printed-blocks.ts';
import { ink } from '../../src/code/theme.ts';

const render = (code: string, meta: string, lang = 'python') =>
  codeToHtml(code, { lang, theme: ink, meta: { __raw: meta }, transformers: [codePanel] });

describe('a block of code', () => {
  it('is a panel with its title as caption and name, its roles as classes, and no style', async () => {
    const html = await render('import os\n\nos.fork()  # two', 'title="fork.py"');
    expect(html).toMatch(/^<figure class="code-panel not-content"><figcaption><span class="file">fork\.py<\/span>/);
    expect(html).toContain('<pre tabindex="0" translate="no" aria-label="Code: fork.py" data-language="python">');
    expect(html).toContain('<span class="k-keyword">import</span> os');
    expect(html).toContain('<span class="k-comment">  # two</span>');
    expect(html).not.toContain('style=');
  });

  it('keeps its text to the letter, one line break a line', async () => {
    const code = 'if a < b:\n\n    print("<&>")';
    const html = await render(code, '');
    const text = html
      .replace(/<[^>]+>/g, '')
      .replace(/&#x([0-9A-F]+);/g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));
    expect(text).toBe(`${code}\n`);
  });

  it('without a title has no caption, and is called by its first line', async () => {
    const html = await render('\nTypeError: "cannot" pickle\nmore', '', 'text');
    expect(html).not.toContain('figcaption');
    expect(html).toContain('aria-label="Code: TypeError: &#x22;cannot&#x22; pickle"');
  });
});

it.each([
  ['title="what you should see: exit"', 'what you should see: exit'],
  ['{1,2} title="a.py" wrap', 'a.py'],
  ['subtitle="a.py"', undefined],
  [undefined, undefined],
])('the title in %s is %s', (meta, title) => {
  expect(titleOf(meta)).toBe(title);
});
