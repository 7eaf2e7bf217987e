/**
 * Real nginx and Caddy serve the built site: every address that a page names is answered, with the headers that `_headers`
 * gives it. Those are what the preview server sends, on which the browser tests open every page.
 */
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { headersFor, parseHeaders } from '../../scripts/site/headers.ts';
import { MIRRORED_BASE } from '../../scripts/testing/render-both.ts';
import { findHost, HOST_NAMES, notInstalled, startHost } from '../scripts/site/real-host.ts';
import { mirroredSite, readPages, site } from './built-site.ts';

/** What hosts call the types that browsers insist on: a module or a style sheet of another type is refused. */
const TYPES: Readonly<Record<string, RegExp>> = {
  html: /^text\/html/,
  js: /^(text|application)\/javascript/,
  css: /^text\/css/,
  json: /^application\/json/,
  svg: /^image\/svg\+xml/,
};

/** Every address of the site that its pages name, once, without anchors and queries. */
function addressesIn(folder: string, base: string): string[] {
  const own = new Set<string>();
  for (const { path, document } of readPages(folder)) {
    own.add(base + path.slice(1));
    for (const element of document.querySelectorAll('[href], [src], form[action]')) {
      const given = ['href', 'src', 'action'].map((name) => element.getAttribute(name)).find(Boolean) ?? '';
      const { host, pathname } = new URL(given, `https://site.test${base}${path.slice(1)}`);
      if (host === 'site.test') own.add(pathname);
    }
  }
  return [...own].sort();
}

const places = [
  { base: '/', folder: site },
  { base: MIRRORED_BASE, folder: mirroredSite },
];

describe.each(HOST_NAMES.flatMap((name) => places.map((place) => ({ name, ...place }))))(
  '$name at $base',
  ({ name, base, folder }) => {
    test('answers every address that a page names, with its headers', { timeout: 60_000 }, async ({ skip }) => {
      skip(!findHost(name), notInstalled(name));
      const root = mkdtempSync(join(tmpdir(), 'host-root-'));
      onTestFinished(() => rmSync(root, { recursive: true }));
      if (base !== '/') symlinkSync(folder, join(root, base.slice(1, -1)));
      const host = await startHost(name, base === '/' ? folder : root, folder, base);
      onTestFinished(() => host.stop());
      const rules = parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
      const names = new Set(rules.flatMap(({ headers }) => headers.map(([header]) => header)));
      const addresses = addressesIn(folder, base);
      expect(addresses.length).toBeGreaterThan(50);
      const problems: string[] = [];
      for (const address of addresses) {
        const response = await fetch(host.address + address, { method: 'HEAD' });
        const type = response.headers.get('content-type') ?? '';
        const ending = address.endsWith('/') ? 'html' : (/\.(\w+)$/.exec(address)?.[1] ?? '');
        if (response.status !== 200) problems.push(`${address}: ${response.status}`);
        else if (TYPES[ending]?.test(type) === false) problems.push(`${address}: ${type}`);
        const wanted = headersFor(address, rules);
        for (const header of names) {
          const sent = response.headers.get(header) ?? undefined;
          if (sent !== wanted.get(header)) problems.push(`${address}: ${header}: ${sent}`);
        }
      }
      expect(problems).toEqual([]);
    });
  },
);
