/** Real nginx and Caddy, where they are installed, send exactly the headers that `_headers` gives each path, under a base too. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOnPath } from '../../../scripts/runtimes/find-on-path.ts';
import { headersFor, parseHeaders, placeHeaders } from '../../../scripts/site/headers.ts';
import { writeHostForms } from '../../../scripts/site/host-forms.ts';

const PATHS = ['/', '/deep/', '/_astro/a.css', '/runner/unit.js', '/pagefind/pagefind.js', '/nowhere/', '/runner/none'];
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
    writeFileSync(join(site, file), `in ${file}`);
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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** How each host is started in the foreground on a port, with the form that the build made. */
const HOSTS: Record<string, (port: number, base: string) => [file: string, text: string, argv: string[]]> = {
  nginx: (port, base) => {
    const file = join(parent, 'nginx.conf');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${parent}/${name};`,
    );
    const text = `pid ${parent}/pid; error_log stderr; daemon off; events {}
      http { access_log off; types { text/html html; text/css css; } ${temporary.join(' ')}
      server { listen 127.0.0.1:${port}; root ${rootFor(base)}; include ${siteFor(base)}/_hosting/nginx.conf; } }`;
    return [file, text, ['-p', parent, '-c', file]];
  },
  caddy: (port, base) => {
    const file = join(parent, 'Caddyfile');
    const text = `{\n  admin off\n  auto_https off\n}
http://127.0.0.1:${port} {\n  root * ${rootFor(base)}\n  import ${siteFor(base)}/_hosting/Caddyfile\n}\n`;
    return [file, text, ['run', '--adapter', 'caddyfile', '--config', file]];
  },
};

describe.each(Object.keys(HOSTS).flatMap((name) => BASES.map((base) => [name, base])))('%s at %s', (name, base) => {
  const executable = findOnPath(name) ?? findOnPath(name, '/usr/sbin');
  let host: ChildProcess | undefined;
  afterAll(() => host?.kill());

  test.skipIf(!executable)('sends what _headers says, of missing pages too', { timeout: 30_000 }, async () => {
    const port = await freePort();
    const [file, text, argv] = HOSTS[name]?.(port, base) ?? ['', '', []];
    writeFileSync(file, text);
    let said = '';
    host = spawn(executable ?? '', argv, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, HOME: parent },
    });
    host.stderr?.on('data', (part: Buffer) => {
      said += part;
    });
    const rules = rulesFor(base);
    const inBase = (path: string) => base + path.slice(1);
    const fetchFrom = (path: string) => fetch(`http://127.0.0.1:${port}${inBase(path)}`);
    await expect
      .poll(
        () =>
          fetchFrom('/').then(
            ({ status }) => status,
            () => said,
          ),
        { timeout: 20_000 },
      )
      .toBe(200);
    const names = new Set(rules.flatMap(({ headers }) => headers.map(([header]) => header.toLowerCase())));
    for (const path of PATHS) {
      const response = await fetchFrom(path);
      expect(response.status, path).toBe(/nowhere|none/.test(path) ? 404 : 200);
      const sent = [...response.headers].filter(([header]) => names.has(header));
      // For what is missing nginx goes to the page about that, which has headers of its own.
      const page = inBase(name === 'nginx' && response.status === 404 ? '/404.html' : path);
      const wanted = [...headersFor(page, rules)].map(([header, value]) => [header.toLowerCase(), value]);
      expect(Object.fromEntries(sent), path).toEqual(Object.fromEntries(wanted));
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
