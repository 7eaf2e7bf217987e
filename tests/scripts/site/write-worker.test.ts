import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWorker } from '../../../scripts/site/write-worker.ts';

const source = readFileSync(join(import.meta.dirname, '../../../src/offline/service-worker.ts'), 'utf8');
let folder: string;
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const worker = () => readFileSync(join(folder, 'service-worker.js'), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'worker-'));
  for (const file of ['index.html', 'claims/gil/index.html', '404.html', '_astro/a.1.js', 'data/x.json'])
    write(file, file);
  write('pagefind/pagefind-entry.json', 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the worker is a script without types, and lists every page and asset but no data', () => {
  writeWorker(folder, source, true);
  expect(() => new Script(worker())).not.toThrow();
  expect(worker()).not.toMatch(/interface|\{version\}/);
  expect(JSON.parse(readFileSync(join(folder, 'offline.json'), 'utf8'))).toEqual({
    pages: ['claims/gil/', ''],
    assets: ['_astro/a.1.js', 'pagefind/pagefind-entry.json'],
  });
});

test('is small', () => {
  writeWorker(folder, source, true);
  expect(Buffer.byteLength(worker())).toBeLessThan(6000);
});

test('the same site gives the same worker, another index or another asset another', () => {
  writeWorker(folder, source, true);
  const first = worker();
  writeWorker(folder, source, true);
  expect(worker()).toBe(first);
  write('pagefind/pagefind-entry.json', 'two');
  writeWorker(folder, source, true);
  const second = worker();
  expect(second).not.toBe(first);
  write('_astro/b.2.js', '');
  writeWorker(folder, source, true);
  expect(worker()).not.toBe(second);
});

test('where the operator wants none, the worker that a browser has takes itself away', () => {
  writeWorker(folder, source, false);
  expect(() => new Script(worker())).not.toThrow();
  expect(worker()).toContain('registration.unregister()');
  expect(worker()).not.toContain("'fetch'");
});
