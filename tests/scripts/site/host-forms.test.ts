/** Real nginx and Caddy, where they are installed, send exactly the headers that `_headers` gives each path, under a base too. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { headersFor, parseHeaders, placeHeaders } from '../../../scripts/site/headers.ts';
import { writeHostForms } from '../../../scripts/site/host-forms.ts';
import { findHost, HOST_NAMES, notInstalled, startHost } from './real-host.ts';

const PATHS = [
  '/',
  '/deep/',
  '/_astro/a.css',
  '/data/a.json',
  '/runner/unit.js',
  '/pagefind/pagefind.js',
  '/nowhere/',
  '/runner/none',
];
const parent = mkdtempSync(join(tmpdir(), 'host-forms-'));
const BASES = ['/', '/docs/'];
const rootFor = (base: string) => join(parent, `root${base.replaceAll('/', '-')}`);
const siteFor = (base: string) => join(rootFor(base), base);
const rulesFor = (base: string) => parseHeaders(readFileSync(join(siteFor(base), '_headers'), 'utf8'));

function writeSite(base: string): void {
  const site = siteFor(base);
  for (const file of ['index.html', '404.html', ...PATHS.map((path) => path.replace(/\/$/, '/index.html'))]) {
    if (/nowhere|none/.test(file)) continue;
    mkdirSync(join(site, file, '..'), { recursive: true });
    writeFileSync(join(site, file), `in ${file} `.repeat(100));
  }
  const text = readFileSync(join(import.meta.dirname, '../../../public/_headers'), 'utf8');
  writeFileSync(join(site, '_headers'), placeHeaders(text.replaceAll('{script-hashes}', "'sha256-abc+/='"), base));
  writeHostForms(site);
}

beforeAll(() => {
  chmodSync(parent, 0o755); // nginx reads as another user where root starts it.
  for (const base of BASES) writeSite(base);
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe.each(HOST_NAMES.flatMap((name) => BASES.map((base) => [name, base] as const)))('%s at %s', (name, base) => {
  test('sends what _headers says, of missing pages too', { timeout: 30_000 }, async ({ skip }) => {
    skip(!findHost(name), notInstalled(name));
    const host = await startHost(name, rootFor(base), siteFor(base), base);
    onTestFinished(() => host.stop());
    const rules = rulesFor(base);
    const inBase = (path: string) => base + path.slice(1);
    const names = new Set(rules.flatMap(({ headers }) => headers.map(([header]) => header.toLowerCase())));
    for (const path of PATHS) {
      const response = await fetch(host.address + inBase(path));
      expect(response.status, path).toBe(/nowhere|none/.test(path) ? 404 : 200);
      const sent = [...response.headers].filter(([header]) => names.has(header));
      // For what is missing nginx goes to the page about that, which has headers of its own.
      const page = inBase(name === 'nginx' && response.status === 404 ? '/404.html' : path);
      const wanted = [...headersFor(page, rules)].map(([header, value]) => [header.toLowerCase(), value]);
      expect(Object.fromEntries(sent), path).toEqual(Object.fromEntries(wanted));
    }
  });

  test('compresses text', { timeout: 30_000 }, async ({ skip }) => {
    skip(!findHost(name), notInstalled(name));
    const host = await startHost(name, rootFor(base), siteFor(base), base);
    onTestFinished(() => host.stop());
    for (const path of PATHS.filter((one) => !/nowhere|none/.test(one))) {
      const { headers } = await fetch(host.address + base + path.slice(1), { headers: { 'accept-encoding': 'gzip' } });
      expect(headers.get('content-encoding'), path).toBe('gzip');
      expect(headers.get('vary'), path).toBe('Accept-Encoding');
    }
  });
});

test.each(BASES)('Vercel’s form gives each path one set at %s', (base) => {
  const rules = rulesFor(base);
  const { headers }: { headers: { source: string; headers: { key: string; value: string }[] }[] } = JSON.parse(
    readFileSync(join(siteFor(base), '_hosting/vercel.json'), 'utf8'),
  );
  for (const path of PATHS.map((each) => base + each.slice(1))) {
    const matching = headers.filter(({ source }) => new RegExp(`^${source}$`).test(path));
    expect(matching, path).toHaveLength(1);
    const sent = matching[0]?.headers.map(({ key, value }) => [key, value]) ?? [];
    expect(Object.fromEntries(sent), path).toEqual(Object.fromEntries(headersFor(path, rules)));
  }
});

test.each(BASES)(
  'Netlify’s form removes nothing and comes to the same, the last value of a header counting, at %s',
  (base) => {
    const text = readFileSync(join(siteFor(base), '_hosting/netlify_headers'), 'utf8');
    expect(text).not.toMatch(/^\s*!/m);
    for (const path of PATHS.map((each) => base + each.slice(1))) {
      const sent = [...headersFor(path, parseHeaders(text))];
      expect(Object.fromEntries(sent), path).toEqual(Object.fromEntries(headersFor(path, rulesFor(base))));
    }
  },
);

test('a line that Cloudflare would leave out is refused', () => {
  const site = join(parent, 'long');
  mkdirSync(site);
  writeFileSync(join(site, '_headers'), `/*\n  Content-Security-Policy: ${'x'.repeat(2000)}\n`);
  expect(() => writeHostForms(site)).toThrow(/at most 2000 characters, found 20\d\d/);
});
