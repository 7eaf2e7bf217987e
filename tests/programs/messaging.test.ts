import { describe, expect, it } from 'vitest';
import { hasProgram, installed, runProgram } from './run-program.ts';

const PROGRAMS = [
  ...['thread', 'thread transfer', 'thread.shared-memory', 'thread.pipe', 'thread.socket'],
  ...['process', 'process advanced', 'process.pipe', 'process.shared-memory', 'process.socket', 'process.manager'],
].map((line) => line.split(' ') as [program: string, ...method: string[]]);

/** Less than a page, a page and a byte, and more than a pipe holds: each takes several reads or spans an edge. */
const SIZES = [1, 4097, 300_000];

/** Bytes cannot be shared, transferred or framed by their length where objects are meant. */
const BYTES_ONLY = /shared-memory|transfer|socket/;

describe.concurrent.each(
  installed('node', 'cpython', 'cpython-ft', 'c').map((runtime) => [runtime.info.id, runtime] as const),
)('messaging in %s', (_, runtime) => {
  const programs = PROGRAMS.filter(
    ([program, method]) =>
      hasProgram('messaging', runtime, program) && (method === undefined || runtime.info.language === 'node'),
  ).map(([program, ...method]) => ({ line: [program, ...method].join(' '), program, method }));

  it.each(programs)('$line: every answer is the sum of the message it answers', async ({ program, method }) => {
    for (const size of SIZES) {
      const run = await runProgram('messaging', runtime, program, [String(size), '5', 'page', ...method]);
      // A program ends with an error at the first answer that is not the one it expects.
      expect(run).toMatchObject({ problems: [], code: 0, signal: null, stderr: '' });
      expect(run.values['latency']).toBeGreaterThan(0);
      expect(run.values['throughput']).toBeGreaterThanOrEqual(0);
    }
  });

  it('one message is enough, and comes to the same by every channel', async () => {
    const results = new Set<number | undefined>();
    for (const { program, method } of programs) {
      const run = await runProgram('messaging', runtime, program, ['4097', '1', 'all', ...method]);
      expect(run).toMatchObject({ problems: [], code: 0, stderr: '' });
      results.add(run.values['result']);
    }
    expect([...results]).toEqual([expect.any(Number)]);
  });

  it.runIf(runtime.info.language !== 'c').each(programs.filter(({ line }) => !BYTES_ONLY.test(line)))(
    '$line: records arrive as they were sent',
    async ({ program, method }) => {
      const run = await runProgram('messaging', runtime, program, ['20', '3', 'records', ...method]);
      expect(run).toMatchObject({ problems: [], code: 0, stderr: '' });
      expect(run.values).toMatchObject({ latency: expect.any(Number), result: expect.any(Number) });
      expect(run.values).not.toHaveProperty('throughput');
    },
  );
});
