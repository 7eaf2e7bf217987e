// Messages there and answers back, checked and timed. The program says how they travel.
import { setTimeout } from 'node:timers/promises';
import { median } from '../../_shared/node/median.ts';
import { answersTo, type Message, mark, readArguments } from './_messages.ts';

const BATCHES = 3;
export const WINDOW = 4;
/** ms in which the engine compiles what the warm-up has shown to be hot. */
const PAUSE = 50;

/** Returns what gives the oldest answer that has arrived, or the next one. */
export function inbox<Answer>(from: { on(event: 'message', heard: (answer: Answer) => void): unknown }) {
  const arrived: Answer[] = [];
  let wake: ((answer: Answer) => void) | undefined;
  from.on('message', (answer) => {
    if (wake) wake(answer);
    else arrived.push(answer);
    wake = undefined;
  });
  return () => arrived.shift() ?? new Promise<Answer>((resolve) => (wake = resolve));
}

/** Prints what it takes to `send` the message of a place, and to `receive` the answer to the oldest one under way. */
export async function measure(
  messages: Message[],
  send: (place: number) => void,
  receive: () => number | Promise<number>,
) {
  const { size, count, form } = readArguments();
  const answers = answersTo(messages[0] as Message, form);

  /** ms to send `count` messages with at most `window` of them unanswered. */
  async function exchange(window: number, count: number): Promise<number> {
    const start = performance.now();
    for (let i = 0; i < count + window; i++) {
      if (i >= window && (await receive()) !== answers[(i - window) % answers.length]) {
        throw new Error('a message was lost or changed');
      }
      if (i >= count) continue;
      mark(messages[i % window] as Message, i);
      send(i % window);
    }
    return performance.now() - start;
  }

  for (let i = 0; i < 2; i++) {
    await exchange(WINDOW, Math.max(count, WINDOW)); // warm-up: every message has been there
    await setTimeout(PAUSE);
  }
  const batches: number[] = [];
  for (let i = 0; i < BATCHES; i++) batches.push((await exchange(1, count)) / count);
  const windowed = await exchange(WINDOW, BATCHES * count);

  console.log(`latency = ${(median(batches) * 1000).toFixed(2)} µs`);
  if (form !== 'records')
    console.log(`throughput = ${((BATCHES * count * size) / 2 ** 20 / (windowed / 1000)).toFixed(1)} MiB/s`);
  const sum = Array.from({ length: count }, (_, i) => answers[i % answers.length] ?? 0).reduce((a, b) => a + b);
  console.log(`result = ${sum}`);
}
