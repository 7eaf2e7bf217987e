import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { installed, runProgram } from './run-program.ts';

const BLOCKING = ['files', 'slow-files', 'hashes', 'compression'];
const KINDS = ['sockets', 'lookups', ...BLOCKING];
const onLinux = existsSync('/proc/self/task');

/** The process that answers the slow files in this folder, if threads of a pool read them already. */
function whoAnswers(folder: string): number | undefined {
  return readdirSync('/proc')
    .filter((name) => Number(name) > 0)
    .map(Number)
    .find((id) => {
      try {
        if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(`_slow-files.mjs\0${folder}`)) return false;
        const tasks = `/proc/${/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]}/task`;
        return readdirSync(tasks).some((task) => readFileSync(`${tasks}/${task}/comm`, 'utf8') === 'libuv-worker\n');
      } catch {
        return false; // it has ended meanwhile
      }
    });
}

describe.concurrent.each(installed('node').map((runtime) => [runtime.info.id, runtime] as const))(
  'libuv-pool in %s',
  (_, node) => {
    it.each(KINDS)('%s: the same comes back, however it is asked for', async (kind) => {
      const programs = ['sequential', 'event-loop', ...(BLOCKING.includes(kind) ? ['thread'] : [])];
      const results = new Set<number | undefined>();
      for (const program of programs) {
        const { values, problems, stderr, code } = await runProgram('libuv-pool', node, program, [kind]);
        expect({ problems, stderr, code }).toEqual({ problems: [], stderr: '', code: 0 });
        expect(values['wall']).toBeGreaterThan(0);
        results.add(values['result']);
      }
      expect([...results]).toEqual([expect.any(Number)]);
    });

    it.runIf(onLinux).each([1, 4, 16])('the pool has the %i threads it was asked for', async (size) => {
      const { values } = await runProgram('libuv-pool', node, 'event-loop', ['files', String(size)]);
      expect(values['pool-threads']).toBe(size);
    });

    it.runIf(onLinux)('sockets need no thread', async () => {
      const { values } = await runProgram('libuv-pool', node, 'event-loop', ['sockets', '4']);
      expect(values['pool-threads']).toBe(0);
    });

    it.runIf(onLinux)('ends with one line when the process is killed whose files its thread waits for', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'killed-'));
      const run = runProgram('libuv-pool', node, 'event-loop', ['slow-files', '1'], { TMPDIR: folder });
      let answering = whoAnswers(folder);
      for (; answering === undefined; answering = whoAnswers(folder)) await wait(2);
      process.kill(answering, 'SIGSTOP'); // its files are opened and not answered
      await wait(200);
      process.kill(answering, 'SIGKILL');
      const { code, signal, stderr } = await run;
      expect({ code, signal, stderr }).toEqual({ code: 1, signal: null, stderr: 'slow-files was killed by SIGKILL\n' });
      expect(readdirSync(folder)).toEqual([]);
      rmSync(folder, { recursive: true });
    });

    it('refuses work nobody knows', async () => {
      const { code, stderr } = await runProgram('libuv-pool', node, 'event-loop', ['fiels']);
      expect(code).toBe(1);
      expect(stderr).toContain('expected one of sockets, files');
    });
  },
);
