/** How much this machine really does at once: pinned spinners on each core together, against one alone. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Pin } from '../launch/run-outcome.ts';

/** ms of spinning per reading; three are taken. */
const DURATION = 60;
/** ms until the spinners have all read their order. */
const LEAD = 15;
/** More spinners tell nothing new and take longer to start. */
const MOST = 16;

export interface CapacityProbe {
  /** Work done together ÷ (cores × work done alone): 1 where nothing disturbs, 1 ÷ cores where only one core is left. */
  read(): Promise<number>;
  close(): void;
}

interface Spinner {
  spin(start: number): Promise<number>;
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
  return {
    child,
    spin: async (start) => {
      child.stdin.write(`${start} ${DURATION}\n`);
      return Number(await next());
    },
  };
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
      const before = await first.spin(soon());
      const start = soon();
      const together = await Promise.all(spinners.map((spinner) => spinner.spin(start)));
      const after = await last.spin(soon());
      const sum = together.reduce((total, count) => total + count, 0);
      return sum / (spinners.length * Math.max(before, after)); // The lesser one was disturbed.
    },
    close: () => {
      for (const { child } of spinners) child.stdin.end();
    },
  };
}
