import { memoryOf } from '../../_shared/node/memory.ts';

type Memory = ReturnType<typeof memoryOf>;

const LIMIT = 2 * 2 ** 20; // KiB: 2 GiB
let nextLook = 1;

/**
 * Whether the workers fill 2 GiB, so that one more would not fit. What the machine has left would not tell: it also changes
 * with other programs. Looks when there are twice as many as last time or, near the limit, when half of what was left is gone.
 */
export function full(pids: readonly number[], fit: number, before: Memory): boolean {
  if (fit < nextLook) return false;
  const now = memoryOf(pids);
  const used = now.pss + now.kernel - before.pss - before.kernel;
  const more = (LIMIT - used) / Math.max(used / fit, 1);
  nextLook = fit + Math.max(1, Math.min(fit, Math.floor(more / 2)));
  return more < 1;
}

export function print(asked: number, fit: number, before: Memory, after: Memory) {
  const [user, kernel] = [after.pss - before.pss, after.kernel - before.kernel];
  console.log(`${fit} of ${asked} fit, in ${Math.floor((user + kernel) / 1024)} MiB`);
  console.log(`asked = ${asked}`);
  console.log(`fit = ${fit}`);
  console.log(`user-per-unit = ${(user / fit).toFixed(1)} KiB`);
  console.log(`kernel-per-unit = ${(kernel / fit).toFixed(1)} KiB`);
}
