// Messages there and answers back, checked and timed. The program says how they travel.
import { median } from '../../_shared/node/median.ts';
import { untilIdle } from '../../_shared/node/warm-up.ts';
import { answersTo, type Message, mark, readArguments } from './_messages.ts';

/** Batches at least, however long they take. */
const FEWEST = 3;
export const WINDOW = 4;
/** ms at least. In the first of them the engine compiles what has become hot, on both sides. Lists make it grow its heap too. */
const [WARM_UP, LATENCY, THROUGHPUT] = process.argv[4] === 'records' ? [1000, 500, 0] : [500, 120, 30];

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

  /** ms to send a batch of messages, with at most `window` of them unanswered. */
  async function exchange(window: number): Promise<number> {
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

  /** Sends batches for a while. Returns the ms that a message of the middle one took. */
  async function repeat(window: number, least: number): Promise<number> {
    const batches: number[] = [];
    const start = performance.now();
    while (batches.length < FEWEST || performance.now() - start < least) batches.push((await exchange(window)) / count);
    return median(batches);
  }

  await repeat(WINDOW, WARM_UP);
  await untilIdle();
  const latency = await repeat(1, LATENCY);

  console.log(`latency = ${(latency * 1000).toFixed(2)} µs`);
  if (form !== 'records') {
    const windowed = await repeat(WINDOW, THROUGHPUT);
    console.log(`throughput = ${(size / 2 ** 20 / (windowed / 1000)).toFixed(1)} MiB/s`);
  }
  const sum = Array.from({ length: count }, (_, i) => answers[i % answers.length] ?? 0).reduce((a, b) => a + b);
  console.log(`result = ${sum}`);
}
