// An event loop that turns, starts a worker now and then, and notes the longest time between two turns.
import { type EventEmitter, once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { median } from '../../_shared/node/median.ts';

/** Starts that are not timed. */
const WARM_UP = 2;

/** Turns until `over` says so; returns the longest time between two turns, from `began` on, in ms. */
async function turnUntil(over: () => boolean, began: number): Promise<number> {
  let [last, longest] = [began, 0];
  while (!over()) {
    await setImmediate();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
}

async function timeStart(start: () => EventEmitter) {
  const began = performance.now();
  const worker = start();
  const call = performance.now() - began;
  let gone = false;
  void once(worker, 'exit').then(([code, signal]) => {
    if (code !== 0) {
      console.error(`the worker ${signal ? `was killed by ${signal}` : `ended with code ${code}`}`);
      process.exit(1);
    }
    gone = true;
  });
  const silence = await turnUntil(() => gone, began);
  const ended = performance.now();
  const without = await turnUntil(() => performance.now() - ended > ended - began, ended);
  return { silence, without, call };
}

/** Prints the silence while `start` starts a worker, as often as the command line says, beside as much memory as it says. */
export async function measure(start: () => EventEmitter): Promise<void> {
  const [mib = 512, starts = 15] = process.argv.slice(2).map(Number);
  const held = Buffer.alloc(mib * 2 ** 20, 1); // written to, so that it is really there
  for (let count = 0; count < WARM_UP; count++) await timeStart(start);
  const times: Awaited<ReturnType<typeof timeStart>>[] = [];
  for (let count = 0; count < starts; count++) times.push(await timeStart(start));

  console.log(`the parent held ${held.length / 2 ** 20} MiB`);
  console.log(`silence = ${median(times.map(({ silence }) => silence)).toFixed(3)} ms`);
  console.log(`silence-without = ${median(times.map(({ without }) => without)).toFixed(3)} ms`);
  console.log(`call = ${median(times.map(({ call }) => call)).toFixed(3)} ms`);
  console.log(`resident = ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`);
  console.log(`result = ${times.length}`);
}
