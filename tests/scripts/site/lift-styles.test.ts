import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { liftInlineStyles, liftStyles } from '../../../scripts/site/lift-styles.ts';

const named = (declarations: string) => `of-${declarations.replace(/\W/g, '')}`;

describe('a style attribute', () => {
  test('becomes a class, beside those that are there', () => {
    expect(liftStyles('<b style="--n: 1;">x</b>', named)).toBe('<b class="of-n1">x</b>');
    expect(liftStyles('<a href="/" class="up" style="--n:1" id="i">', named)).toBe(
      '<a class="up of-n1" href="/" id="i">',
    );
    expect(liftStyles('<path d="M0>1" style="--n:1"/>', named)).toBe('<path class="of-n1" d="M0>1"/>');
  });

  test('is left where it is only text: in a script, a comment, a value, or escaped', () => {
    for (const text of [
      '<script>"<b style=\\"--n:1\\">"</script>',
      '<!-- <b style="--n:1"> -->',
      '<b title="a style=x">y</b>',
      '<code>&lt;b style="--n:1"&gt;</code>',
    ])
      expect(liftStyles(text, named)).toBe(text);
  });
});

test('a built site keeps no style attribute, and its shared style sheet gets another name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lifted-site-'));
  try {
    mkdirSync(join(folder, '_astro'));
    const link = (name: string) => `<link rel="stylesheet" href="/_astro/${name}">`;
    const paper = '<link rel="stylesheet" href="/_astro/print.x.css" media="print">';
    writeFileSync(join(folder, '_astro/all.old.css'), 'p{margin:0}');
    writeFileSync(
      join(folder, 'index.html'),
      `${paper}${link('own.x.css')}${link('all.old.css')}<b style="--n:1">x</b>`,
    );
    writeFileSync(join(folder, '404.html'), `${paper}${link('all.old.css')}<i style="--n:1">y</i>`);
    liftInlineStyles(folder);
    const page = readFileSync(join(folder, '404.html'), 'utf8');
    expect(page).toContain('<i class="_0">y</i>');
    const [, sheet = ''] = /href="([^"]+all[^"]+)"/.exec(page) ?? [];
    expect(sheet).not.toBe('/_astro/all.old.css');
    expect(readFileSync(join(folder, sheet), 'utf8')).toBe('p{margin:0}._0{--n:1}');
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain(sheet);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
