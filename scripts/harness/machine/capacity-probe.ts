/** How much work this machine really does at once: pinned spinners on all cores together against one alone. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Pin } from '../launch/run-outcome.ts';

/** ms each core spins alone, before and after. */
const ALONE = 60;
/** ms they spin together: longer than the 100 ms in which a control group's quota is counted, so that one shows. */
const TOGETHER = 120;
/** ms within which all spinners have read when to start. */
const LEAD = 15;
/** More spinners add no information and take longer to start. */
const MOST = 16;

export interface CapacityProbe {
  /**
   * Cores' worth of work that was granted: work done together ÷ work done alone. As many as there are cores where nothing
   * disturbs, 1 where only one is left; never more than the cores.
   */
  read(): Promise<number>;
  /** CPU time in ms of the loops so far: load made by the harness itself. */
  cpu(): number;
  close(): void;
}

interface Spinner {
  spin(start: number, duration: number): Promise<number>;
  /** ms */
  cpu: number;
  child: ChildProcessWithoutNullStreams;
}

async function startSpinner(pin: Pin, cpu: number): Promise<Spinner> {
  const { file, argv } = pin({ file: process.execPath, argv: [join(import.meta.dirname, 'spinner.ts')], env: {} }, [
    cpu,
  ]);
  const child = spawn(file, argv, { stdio: 'pipe', detached: true });
  child.stdin.on('error', () => {}); // It ended first; the missing answer says so.
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('the capacity probe ended before it answered');
    return value;
  };
  await next();
  const spinner: Spinner = {
    child,
    cpu: 0,
    spin: async (start, duration) => {
      child.stdin.write(`${start} ${duration}\n`);
      const [count = 0, cpu = 0] = (await next()).split(' ').map(Number);
      spinner.cpu = cpu;
      return count;
    },
  };
  return spinner;
}

/** @param cpus one logical CPU per physical core */
export async function startCapacityProbe(pin: Pin, cpus: readonly number[]): Promise<CapacityProbe> {
  const spinners = await Promise.all(cpus.slice(0, MOST).map((cpu) => startSpinner(pin, cpu)));
  const [first] = spinners;
  const last = spinners.at(-1);
  if (!first || !last) throw new Error('the capacity probe needs at least one CPU');
  const soon = () => performance.timeOrigin + performance.now() + LEAD;
  return {
    read: async () => {
      const before = await first.spin(soon(), ALONE);
      const start = soon();
      const together = await Promise.all(spinners.map((spinner) => spinner.spin(start, TOGETHER)));
      const after = await last.spin(soon(), ALONE);
      const sum = together.reduce((total, count) => total + count, 0);
      const alone = (Math.max(before, after) * TOGETHER) / ALONE; // The smaller one was disturbed.
      return Math.min(spinners.length, sum / alone);
    },
    cpu: () => spinners.reduce((sum, { cpu }) => sum + cpu, 0),
    close: () => {
      for (const { child } of spinners) child.stdin.end();
    },
  };
}
