import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { installed, runProgram } from './run-program.ts';

const BLOCKING = ['files', 'slow-files', 'hashes', 'compression'];
const KINDS = ['sockets', 'lookups', ...BLOCKING];
const onLinux = existsSync('/proc/self/task');

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

    it('refuses work nobody knows', async () => {
      const { code, stderr } = await runProgram('libuv-pool', node, 'event-loop', ['fiels']);
      expect(code).toBe(1);
      expect(stderr).toContain('expected one of sockets, files');
    });
  },
);
