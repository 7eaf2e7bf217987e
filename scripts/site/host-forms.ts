/**
 * The rules of `_headers` for hosts that do not read it as it is: nginx, Caddy, Vercel and Netlify. All but Netlify
 * take complete sets of headers, not a cascade.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseOf, type HeaderRule, headersFor, parseHeaders } from './headers.ts';

interface HeaderSet {
  /** `/` for everything, `/_astro/` for every path that begins with it. */
  prefix: string;
  /** Longer prefixes that have their own set. */
  inner: string[];
  headers: [name: string, value: string][];
}

/** @throws Error for a pattern that is not a prefix, or a value that a host's own syntax would change */
function headerSets(rules: readonly HeaderRule[]): HeaderSet[] {
  const prefixes = rules.map(({ pattern }) => {
    if (pattern.endsWith('/*')) return pattern.slice(0, -1);
    throw new Error(`_headers: expected patterns such as /folder/*, found "${pattern}": no form for other hosts`);
  });
  return prefixes.map((prefix) => {
    const headers = [...headersFor(prefix, rules)];
    const [strange] = headers.filter(([, value]) => /["\\$\n]|\{\w+\}/.test(value));
    if (strange) throw new Error(`_headers: expected a value without ", \\, $ and braces, found ${strange.join(': ')}`);
    return { prefix, inner: prefixes.filter((other) => other !== prefix && other.startsWith(prefix)), headers };
  });
}

/** Hosts look for the whole path in their root, so a site under a path lies in a folder of that name. */
function rootOf(base: string): string {
  return base === '/' ? 'the built folder' : `the folder where the built one lies as ${base}`;
}

/** Media types of text beside HTML, which nginx compresses by itself; Caddy knows them, the other hosts compress unasked. */
const COMPRESSED = [
  'text/css',
  'text/javascript',
  'application/javascript',
  'application/json',
  'application/xml',
  'text/xml',
  'text/csv',
  'text/plain',
  'image/svg+xml',
];

/** For `include` in a `server` block. HSTS stays a comment: it applies to the whole host, and is hard to take back. */
function nginxForm(rules: readonly HeaderRule[]): string {
  const base = baseOf(rules);
  const locations = headerSets(rules).map(({ prefix, headers }) => {
    const lines = headers.map(([name, value]) => `  add_header ${name} "${value}" always;`);
    return `location ^~ ${prefix} {\n${lines.join('\n')}\n}`;
  });
  return [
    `# Made by the build from _headers. Inside a server block that has "root" (${rootOf(base)}): include this file.`,
    '# Where the host is served by HTTPS alone: add_header Strict-Transport-Security "max-age=31536000" in each location.',
    `error_page 404 ${base}404.html;`,
    'gzip on;',
    'gzip_vary on;',
    `gzip_types ${COMPRESSED.join(' ')};`,
    ...locations,
    '',
  ].join('\n');
}

/** For `import` in a site block. */
function caddyForm(rules: readonly HeaderRule[]): string {
  const base = baseOf(rules);
  const handlers = headerSets(rules).map(({ prefix, headers }) => {
    const lines = headers.map(([name, value]) => `    ${name} "${value}"`);
    return `handle ${prefix}* {\n  header {\n${lines.join('\n')}\n  }\n  file_server\n}`;
  });
  return [
    `# Made by the build from _headers. Inside a site block that has "root * (${rootOf(base)})": import this file.`,
    '# Where the host is served by HTTPS alone: header Strict-Transport-Security "max-age=31536000".',
    'encode zstd gzip',
    ...handlers,
    `handle_errors {\n  rewrite * ${base}404.html\n  file_server\n}`,
    '',
  ].join('\n');
}

/** The whole of a `vercel.json`. */
function vercelForm(rules: readonly HeaderRule[]): string {
  const headers = headerSets(rules).map(({ prefix, inner, headers }) => {
    const others = inner.map((other) => other.slice(prefix.length)).join('|');
    return {
      source: others ? `${prefix}((?!${others}).*)` : `${prefix}(.*)`,
      headers: headers.map(([key, value]) => ({ key, value })),
    };
  });
  return `${JSON.stringify({ trailingSlash: true, headers }, null, 2)}\n`;
}

/** Cloudflare's limit, characters; it leaves out a longer line without a word. */
const LONGEST_LINE = 2000;

/** @throws Error for a line that Cloudflare would leave out */
function checkLengths(text: string): void {
  const long = text.split('\n').find((line) => line.length > LONGEST_LINE);
  if (long === undefined) return;
  throw new Error(
    `_headers: expected lines of at most ${LONGEST_LINE} characters, found ${long.length}: ${long.slice(0, 60)}…`,
  );
}

/**
 * Netlify reads the same file, but replaces a header that is set twice by itself and takes lines that remove one for
 * mistakes.
 */
const netlifyForm = (text: string) => text.replace(/^\s+! .*\n/gm, '');

/** Writes the forms into `_hosting/` of the built site, once its `_headers` is complete. */
export function writeHostForms(folder: string): void {
  const text = readFileSync(join(folder, '_headers'), 'utf8');
  checkLengths(text);
  const rules = parseHeaders(text);
  const place = join(folder, '_hosting');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'nginx.conf'), nginxForm(rules));
  writeFileSync(join(place, 'Caddyfile'), caddyForm(rules));
  writeFileSync(join(place, 'netlify_headers'), netlifyForm(text));
  writeFileSync(join(place, 'vercel.json'), vercelForm(rules));
}
