import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inlineScriptHashes } from '../../scripts/site/content-security.ts';
import { headersFor, parseHeaders } from '../../scripts/site/headers.ts';
import { readPages, site } from './built-site.ts';

const pages = readPages();
const rules = parseHeaders(readFileSync(join(site, '_headers'), 'utf8'));

describe('the built site’s security headers', () => {
  test('allow exactly the inline scripts that are there', () => {
    const policy = headersFor('/', rules).get('Content-Security-Policy') ?? '';
    const allowed = new Set(policy.match(/'sha256-[^']+'/g));
    expect(new Set(pages.flatMap(({ html }) => inlineScriptHashes(html)))).toEqual(allowed);
  });

  test('forbid inline style, and no page has any', () => {
    expect(readFileSync(join(site, '_headers'), 'utf8')).not.toContain('unsafe-inline');
    const styled = pages.flatMap(({ path, document }) =>
      [...document.querySelectorAll('[style], style')].map((element) => `${path}: ${element.outerHTML.slice(0, 80)}`),
    );
    expect(styled).toEqual([]);
  });

  test('isolate every page and script, so that SharedArrayBuffer exists', () => {
    for (const path of ['/', '/claims/start-up/', '/_astro/any.js', '/runner/any.js']) {
      const headers = headersFor(path, rules);
      expect(headers.get('Cross-Origin-Embedder-Policy'), path).toBe('require-corp');
      expect(headers.get('Cross-Origin-Opener-Policy'), path).toBe('same-origin');
    }
  });

  test('are not needed for handlers in attributes: there are none', () => {
    const handlers = pages.flatMap(({ path, document }) =>
      [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].filter(({ name }) => name.startsWith('on')).map(({ name }) => `${path}: ${name}`),
      ),
    );
    expect(handlers).toEqual([]);
  });

  test('never let a page name a third party it would load from', () => {
    const foreign = pages.flatMap(({ path, document }) =>
      [
        ...document.querySelectorAll(
          'script[src], img[src], iframe[src], link[rel=stylesheet], link[rel=preload], source[src]',
        ),
      ]
        .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
        .filter((address) => /^(https?:)?\/\//.test(address))
        .map((address) => `${path}: ${address}`),
    );
    expect(foreign).toEqual([]);
  });
});
