import type { memoryOf } from '../../_shared/node/memory.ts';

type Memory = ReturnType<typeof memoryOf>;

/** One line for each way of counting. `written` is in bytes, `uss` is what the workers alone hold. */
export function print(count: number, written: number, before: Memory, after: Memory, uss: number) {
  console.log(`workers = ${count}`);
  console.log(`written = ${written} B`);
  const [pss, kernel] = [after.pss - before.pss, after.kernel - before.kernel];
  const lines = { pss, uss, kernel, total: pss + kernel, rss: after.rss - before.rss };
  for (const [name, kib] of Object.entries(lines)) console.log(`${name}-per-worker = ${(kib / count).toFixed(1)} KiB`);
}
