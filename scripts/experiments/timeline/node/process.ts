// Two processes work and record when they ran, and where: held on one core they take turns, on two they run at once.
// node process.ts [ms of work]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { warmUp } from '../../_shared/node/warm-up.ts';
import { end, watched } from '../../_shared/node/workers.ts';
import { printTimeline } from './_print.ts';
import { milliseconds, recordingCost, workAndRecord } from './_recording.ts';

async function main() {
  const duration = Number(process.argv[2] ?? 100);
  console.log(`recording-cost = ${recordingCost().toFixed(3)}`);

  const origin = milliseconds();
  const children = [1, 2].map((unit) => watched(fork(import.meta.filename), `process-${unit}`));
  await Promise.all(children.map((child) => once(child, 'message')));
  for (const child of children) child.send(duration);
  const recordings = await Promise.all(children.map((child) => once(child, 'message')));
  await end(children);

  printTimeline(
    recordings.map(([slices]) => slices),
    origin,
  );
}

if (process.send === undefined) {
  await main();
} else {
  await warmUp(() => workAndRecord(2));
  process.on('message', (duration: number) => process.send?.(workAndRecord(duration)));
  process.send('ready');
}
