import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockResults } from '../../../scripts/harness/plan/results-lock.ts';

let folder: string;
let path: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-test-'));
  path = join(folder, 'machine.json');
  lock = `${path}.lock`;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock of the results', () => {
  it('is given back, and leaves nothing behind', () => {
    lockResults(path)();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that names no process is held: its owner may be about to write', () => {
    for (const text of ['', 'x', '-1']) {
      writeFileSync(lock, text);
      expect(() => lockResults(path)).toThrow('does not say which process');
      expect(readFileSync(lock, 'utf8')).toBe(text);
    }
  });

  it('of a process that is gone is taken over', () => {
    writeFileSync(lock, '999999999 boot/1');
    lockResults(path);
    expect(readFileSync(lock, 'utf8')).toMatch(new RegExp(`^${process.pid}( |$)`));
  });

  describe.runIf(existsSync('/proc/self/stat'))('where /proc can tell', () => {
    it('is not held by a later process of the same number', () => {
      writeFileSync(lock, `${process.ppid} another-boot/1`);
      expect(() => lockResults(path)).not.toThrow();
    });

    it('is not held by a dead owner whom nobody has collected', async () => {
      const parent = spawn('sh', ['-c', 'sh -c "exit 0" & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const [line] = (await once(parent.stdout, 'data')) as [Buffer];
      const zombie = Number(line.toString());
      const state = () => readFileSync(`/proc/${zombie}/stat`, 'utf8').split(') ').at(-1)?.[0];
      while (state() !== 'Z') await new Promise((resolve) => setTimeout(resolve, 5));
      writeFileSync(lock, String(zombie));
      expect(() => lockResults(path)).not.toThrow();
      parent.kill();
    });

    it('is held by a living owner, by number and start', () => {
      lockResults(path);
      const [, start] = readFileSync(lock, 'utf8').split(' ');
      expect(start).toMatch(/^[0-9a-f-]+\/\d+$/);
      writeFileSync(lock, String(process.ppid));
      expect(() => lockResults(path)).toThrow(`process ${process.ppid}`);
    });
  });

  it('in a folder that can’t be written says so, and what to do', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => lockResults(join(folder, 'file', 'machine.json'))).toThrow(
      /expected a folder for results that can be written.*Nothing was measured/,
    );
  });
});
