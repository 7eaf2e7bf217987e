// What processes take, as Linux counts it, in KiB.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

function facts(path: string) {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Error(`no ${path}: process ${path.split('/')[2]} has ended, or this is no Linux of 4.14 or later`);
  }
  return (name: string) => Number(text.match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))?.[1] ?? 0);
}

/**
 * Of the processes together. User memory: PSS shares each page among its users, USS is what only they use. Kernel memory:
 * page tables, and the kernel's own stack of 16 KiB for each thread.
 */
export function memoryOf(pids: readonly number[]) {
  const sum = { pss: 0, uss: 0, rss: 0, kernel: 0 };
  for (const pid of pids) {
    const [user, kernel] = [facts(`/proc/${pid}/smaps_rollup`), facts(`/proc/${pid}/status`)];
    sum.pss += user('Pss');
    sum.uss += user('Private_Clean') + user('Private_Dirty');
    sum.rss += user('Rss');
    sum.kernel += kernel('VmPTE') + 16 * kernel('Threads');
  }
  return sum;
}

/** Reads until two readings agree: workers go on allocating for a while after they have started. */
export async function settled(pids: readonly number[]) {
  let last = memoryOf(pids);
  for (let reading = 0; reading < 40; reading++) {
    await sleep(40);
    const next = memoryOf(pids);
    if (Math.abs(next.pss - last.pss) <= 64) return next;
    last = next;
  }
  return last;
}
