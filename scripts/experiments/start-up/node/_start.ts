// Starts workers one after the other, and times each until its first answer has arrived and until it is gone.
import { type EventEmitter, once } from 'node:events';
import { median } from '../../_shared/node/median.ts';

/** Prints the times of workers that `start` starts, as many as the command line says, beside as much memory as it says. */
export async function measure(start: () => EventEmitter): Promise<void> {
  const [mib = 64, starts = 5] = process.argv.slice(2, 4).map(Number);
  const held = Buffer.alloc(mib * 2 ** 20, 1); // written to, so that it is really there

  async function timeStart() {
    const began = performance.now();
    const worker = start();
    const gone = once(worker, 'exit');
    let answered = false;
    worker.once('message', () => {
      answered = true;
    });
    worker.once('exit', (code, signal) => {
      if (answered) return;
      console.error(
        `the worker ${signal ? `was killed by ${signal}` : `ended with code ${code}`} before it had answered`,
      );
      process.exit(1);
    });
    const [sum] = await once(worker, 'message');
    const ready = performance.now() - began;
    await gone;
    return { ready, joined: performance.now() - began, sum };
  }

  const first = await timeStart(); // shown apart: it loads and compiles what the others find there
  const times: (typeof first)[] = [];
  for (let count = 0; count < starts; count++) times.push(await timeStart());

  console.log(`each worker answered, the parent held ${held.length / 2 ** 20} MiB`);
  console.log(`result = ${first.sum}`);
  console.log(`resident = ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`);
  console.log(`first-ready = ${first.ready.toFixed(3)} ms`);
  console.log(`ready = ${median(times.map(({ ready }) => ready)).toFixed(3)} ms`);
  console.log(`joined = ${median(times.map(({ joined }) => joined)).toFixed(3)} ms`);
}
