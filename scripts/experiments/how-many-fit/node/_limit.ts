import { readFileSync } from 'node:fs';
import type { memoryOf } from '../../_shared/node/memory.ts';

type Memory = ReturnType<typeof memoryOf>;

/** KiB of memory that the machine has left. */
const available = () => Number(readFileSync('/proc/meminfo', 'utf8').match(/MemAvailable: +(\d+)/)?.[1]);

const start = available();

/** Whether 2 GiB are gone since the program began. */
export const usedUp = () => start - available() > 2 * 2 ** 20;

export function print(asked: number, fit: number, before: Memory, after: Memory) {
  console.log(`${fit} of ${asked} fit`);
  console.log(`fit = ${fit}`);
  console.log(`user-per-unit = ${((after.pss - before.pss) / fit).toFixed(1)} KiB`);
  console.log(`kernel-per-unit = ${((after.kernel - before.kernel) / fit).toFixed(1)} KiB`);
}
