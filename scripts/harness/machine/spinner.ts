/**
 * Counts as fast as it can, on request: the unit of the parallel capacity probe.
 * Each line on standard input is "<start, ms since the epoch> <duration, ms>"; the answer is the count, and the CPU time
 * in ms that this process has used so far.
 */
import { createInterface } from 'node:readline';

function spin(start: number, duration: number): number {
  const now = () => performance.timeOrigin + performance.now();
  while (now() < start);
  const end = start + duration;
  let count = 0;
  while (now() < end) count++;
  return count;
}

spin(performance.timeOrigin + performance.now(), 20); // The compiler's turn, before anything is counted.
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [start = 0, duration = 0] = line.split(' ').map(Number);
  const count = spin(start, duration);
  const { user, system } = process.cpuUsage();
  console.log(`${count} ${(user + system) / 1000}`);
}
