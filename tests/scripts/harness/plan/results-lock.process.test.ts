import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockResults } from '../../../../scripts/harness/plan/results-lock.ts';

let folder: string;
let path: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-test-'));
  path = join(folder, 'machine.json');
  lock = `${path}.lock`;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(5);
}

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
      // The shell would collect its child; `sleep` doesn't. So the child waits until the shell has become `sleep`.
      const parent = spawn('sh', ['-c', 'sh -c "read line" <&3 & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
      });
      try {
        const [line] = (await once(parent.stdout as Readable, 'data')) as [Buffer];
        const child = Number(line.toString());
        await until(() => readFileSync(`/proc/${parent.pid}/comm`, 'utf8').trim() === 'sleep');
        (parent.stdio[3] as Writable).end();
        await until(() => readFileSync(`/proc/${child}/stat`, 'utf8').split(') ').at(-1)?.[0] === 'Z');
        writeFileSync(lock, String(child));
        expect(() => lockResults(path)).not.toThrow();
      } finally {
        parent.kill();
      }
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
