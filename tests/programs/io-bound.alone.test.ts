import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everyCPython, hasProgram, installed, runFile, runProgram } from './run-program.ts';
import { slicesOf, someOverlap, unitsOf } from './slices.ts';

const SCRAPERS = ['sequential', 'thread', 'process', 'event-loop'];
const READERS = SCRAPERS.map((variant) => `${variant}.files`);
const EXPERIMENTS = join(import.meta.dirname, '../../scripts/experiments');

/** What the programs have waits printed with, given those of one page after the other, where two at a time were asked for. */
const ONE_AT_A_TIME: Record<string, { name: string; source: string }> = {
  node: {
    name: 'waits.mjs',
    source: `import { printWaits } from '${EXPERIMENTS}/io-bound/node/_cost.ts';
      printWaits([0, 1, 2].map((page) => ({ url: \`http://site/\${page}\`, began: page, ended: page + 1 })), 0, 2, 1);`,
  },
  python: {
    name: 'waits.py',
    source: `import sys
sys.path.insert(0, "${EXPERIMENTS}/io-bound/python")
from _cost import print_waits
print_waits([(f"/{page}", page, page + 1) for page in range(3)], 0, 2, 1)`,
  },
  c: {
    name: 'waits.c',
    source: `#include "${EXPERIMENTS}/_shared/c/failures.h"
      #include "${EXPERIMENTS}/io-bound/c/_waits.h"
      int main(void) {
        double began[] = {0, 1, 2}, ended[] = {1, 2, 3};
        print_waits(3, began, ended, 1, 2, 0);
      }`,
  },
};
const toldByLinux = existsSync('/proc/self/smaps_rollup');
const runtimes = installed('node', 'cpython', 'cpython-ft', 'cpython-gil', 'c');

describe.each(runtimes.map((runtime) => [runtime.info.id, runtime] as const))('io-bound in %s', (_, runtime) => {
  const exists = (variant: string) => hasProgram('io-bound', runtime, variant);

  // A run is over when its output is closed: a server left behind would hold it open, and the test would time out.
  it.concurrent.each(SCRAPERS.filter(exists))(
    '%s finds every page by its links, and stops the server',
    async (variant) => {
      for (const inFlight of variant === 'sequential' ? ['1'] : ['1', '5']) {
        const { values, problems, stdout, stderr, code } = await runProgram('io-bound', runtime, variant, [
          inFlight,
          '25',
          '1',
        ]);
        expect(stderr).toBe('');
        expect(problems).toEqual([]);
        expect(code).toBe(0);
        expect(values.result).toBe(25);
        expect(unitsOf(slicesOf(stdout))).toHaveLength(25);
        expect(values.wall).toBeGreaterThan(2); // the first page, and what it links to: two waits
        expect(values['first-answer']).toBeGreaterThan(1);
        if (toldByLinux) expect(values.memory).toBeGreaterThan(0);
        if (toldByLinux) expect(values['cpu-per-request']).toBeGreaterThan(0);
      }
    },
  );

  /** Pages in flight, as the labels say, and the ms that a page takes: far less than handing out so many may take. */
  const WAIT = 10;
  const waiting = [5, 20, 200].flatMap((most) =>
    ['thread', 'process', 'event-loop'].filter(exists).map((variant) => ({ variant, most })),
  );

  it.each(waiting)('$variant waits for as many pages at a time as it may: $most', async ({ variant, most }) => {
    const { values, stdout, stderr } = await runProgram('io-bound', runtime, variant, [`${most}`, '201', `${WAIT}`]);
    expect(stderr).toBe('');
    expect(someOverlap(slicesOf(stdout))).toBe(true);
    expect(values['most-in-flight']).toBe(most);
    expect(values.wall).toBeGreaterThan(0.9 * (1 + 200 / most) * WAIT); // the first page, then the others in their rounds
  });

  it('sequential waits for one page at a time', async () => {
    const { values, stdout } = await runProgram('io-bound', runtime, 'sequential', ['20', '21', '10']);
    expect(someOverlap(slicesOf(stdout))).toBe(false);
    expect(values['most-in-flight']).toBe(1);
    expect(values.wall).toBeGreaterThan(21 * 10 - 1);
  });

  it('ends with an error where fewer pages were under way than its label says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'io-bound-'));
    const { name, source } = ONE_AT_A_TIME[runtime.info.language] ?? { name: '', source: '' };
    writeFileSync(join(folder, name), source);
    const { code, stdout, stderr } = await runFile(join(folder, name), runtime, { runtimeArgs: [], args: [] }, {});
    rmSync(folder, { recursive: true });
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: 'at most 1 pages were under way at a time, not 2\n',
    });
  });

  it.concurrent.each(READERS.filter(exists))('%s reads every byte', async (variant) => {
    const { values, problems, code } = await runProgram('io-bound', runtime, variant, ['3', '7']);
    expect(problems).toEqual([]);
    expect(code).toBe(0);
    expect(values.result).toBe(1_190_000);
  });
});

/** process.files.py, in which a worker is killed just as its cost is about to be read. */
const KILLED_AT_THE_END = `import os, runpy, signal, sys
from multiprocessing import active_children
sys.path.insert(0, "${EXPERIMENTS}/io-bound/python")
import _cost
read_cost, readings = _cost.cost, []

def cost(pid="self"):
    readings.append(pid)
    if readings.count("self") == 2:
        victim = active_children()[0]
        os.kill(victim.pid, signal.SIGKILL)
        raise FileNotFoundError(f"/proc/{victim.pid}/smaps_rollup")
    return read_cost(pid)

if __name__ == "__main__":
    _cost.cost = cost
    sys.argv = ["${EXPERIMENTS}/io-bound/python/process.files.py", "2", "5"]
    runpy.run_path(sys.argv[0], run_name="__main__")
`;

describe.each(everyCPython().map((runtime) => [runtime.info.id, runtime] as const))(
  'io-bound in %s, when one dies',
  (_, runtime) => {
    it('the site says nothing of a client that has not asked yet', async () => {
      const program = join(EXPERIMENTS, 'io-bound/python/_site.py');
      const { file, argv } = runtime.command(program, { runtimeArgs: [], args: ['3', '1', '1'] });
      const site = spawn(file, argv);
      let stderr = '';
      site.stderr.on('data', (chunk: Buffer) => {
        stderr += chunk;
      });
      const [line] = await once(site.stdout, 'data');
      const port = Number(line);
      const client = connect(port, '127.0.0.1', () => client.end('GET /'));
      await once(client.resume(), 'close');
      const page = await fetch(`http://127.0.0.1:${port}/0`);
      expect(await page.text()).toContain('Page 0');
      site.kill();
      await once(site, 'close');
      expect(stderr).toBe('');
    });

    it.runIf(toldByLinux)('the line is how a worker ended, though its cost was being read', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'io-bound-'));
      const program = join(folder, 'killed.py');
      writeFileSync(program, KILLED_AT_THE_END);
      const { code, stdout, stderr } = await runFile(program, runtime, { runtimeArgs: [], args: [] }, {});
      rmSync(folder, { recursive: true });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      // Python's own service says after it what a killed process could not clean up.
      expect(stderr).toMatch(/^\S+Process-\d was killed by SIGKILL\n$/);
    });
  },
);
