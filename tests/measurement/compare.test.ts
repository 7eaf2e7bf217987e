import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { cell, results, round } from './measured.ts';

const script = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'compare-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A results file in which processes take `ratio` times as long to start. */
function written(name: string, ratio: number): string {
  const rounds = Array.from({ length: 15 }, () => round({ process: ratio, thread: 1 }, 'ready'));
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(results([cell(rounds, { case: 'parent-0' })])));
  return file;
}

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
    [[slow, same, '--colour'], "Unknown option '--colour'"],
  ])('ends with 2 and one line on bad input: %o', async (args, message) => {
    const { code, out, error } = await compare(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(error).toContain(message);
    expect(error.trimEnd()).not.toContain('\n');
  });
});
