import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Results } from '../../src/measurement/results.ts';
import { cell, results, round } from '../measurement/measured.ts';

const script = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'compare-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A results file in which processes take `ratio` times as long to start. */
function written(name: string, ratio: number, change: (file: Results) => void = () => {}): string {
  const rounds = Array.from({ length: 15 }, () => round({ process: ratio, thread: 1 }, 'ready'));
  const file = join(folder, name);
  const whole = results([cell(rounds, { case: 'parent-0' })]);
  change(whole);
  writeFileSync(file, JSON.stringify(whole));
  return file;
}

const later = written('later.json', 2, ({ cells }) => {
  for (const one of cells) one.date = '2026-09-30T12:00:00Z';
});
const doubled = written('doubled.json', 2, ({ cells }) => cells.push(...structuredClone(cells)));
const strange = written('strange.json', 2, ({ cells }) => {
  for (const one of cells) one.session = 'nobody';
});
const unordered = written('unordered.json', 2, ({ cells }) => cells[0]?.rounds[3]?.order.pop());

const slow = written('slow.json', 2);
const same = written('same.json', 1);
const broken = join(folder, 'broken.json');
writeFileSync(broken, '{"schema": 1,');

function compare(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, 'compare', ...args], (_, out, error) =>
      resolve({ code: child.exitCode ?? -1, out, error }),
    );
  });
}

describe('npm run compare', () => {
  it('ends with 0 when no verdict moved', async () => {
    const { code, out } = await compare(slow, slow);
    expect(code).toBe(0);
    expect(out).toMatch(/^Moved \(0\)/);
    expect(out).toMatch(/X6.* node .*confirmed \(2\.0 ×\) {2}confirmed \(2\.0 ×\)/);
  });

  it('ends with 1 when one did, and shows it first', async () => {
    const { code, out } = await compare(slow, same);
    expect(code).toBe(1);
    expect(out).toMatch(/^Moved \(\d+\)\n.*X6.*confirmed \(2\.0 ×\) {2}no difference \(1\.00 ×\)/);
  });

  it('takes the older file first', async () => {
    expect((await compare(same, later)).code).toBe(1);
    expect((await compare(later, later)).code).toBe(0);
  });

  it('gives the same as JSON', async () => {
    const { code, out } = await compare(slow, same, '--json');
    const rows: { claims: string[]; outcome: string }[] = JSON.parse(out);
    expect(code).toBe(1);
    expect(rows.find((row) => row.claims.includes('X6'))?.outcome).toBe('moved');
  });

  it.each([
    [[], 'expected two results files, found 0'],
    [[slow], 'expected two results files, found 1'],
    [[slow, join(folder, 'absent.json')], 'expected a results file that can be read, found none (ENOENT)'],
    [[slow, broken], 'broken.json: expected JSON, found text that breaks off'],
    [[slow, doubled], 'doubled.json: expected otherwise: cells[0] holds start-up/node/parent-0 already'],
    [[strange, slow], 'strange.json: expected "first", found "nobody" at cells[0].session'],
    [[unordered, slow], 'thread ran, but has no place in the order of its round'],
    [[later, same], 'expected the older results first, found'],
    [[slow, same, '--colour'], "Unknown option '--colour'"],
  ])('ends with 2 and one line on bad input: %o', async (args, message) => {
    const { code, out, error } = await compare(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(error).toContain(message);
    expect(error.trimEnd()).not.toContain('\n');
  });
});
