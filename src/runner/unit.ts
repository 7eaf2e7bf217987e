/**
 * One unit of an experiment, thread or process: the same file runs in a Web Worker and in an isolated frame. It answers one
 * request at a time. Its first words are the sum it was started for, as in the start-up programs.
 */
import { type JobInput, type JobName, type JobOutput, jobs } from './jobs.ts';

export interface Request {
  id: number;
  job: JobName;
  input: unknown;
}

export type Answer =
  | { ready: number }
  | { id: number; reached: true }
  | { filled: number }
  | { id: number; output: unknown }
  | { id: number; error: string };

const inFrame = 'document' in globalThis;

function say(answer: Answer, transfer: Transferable[] = []): void {
  if (inFrame) parent.postMessage(answer, '*', transfer);
  else postMessage(answer, { transfer });
}

/**
 * A fault is raised in an event of its own, so that nothing catches it; the message before it proves that it was
 * reached.
 */
function answer({ id, job, input }: Request): void {
  if (job === 'fail') {
    say({ id, reached: true });
    const tell = (filled: number) => say({ filled });
    setTimeout(() => jobs.fail({ ...(input as JobInput<'fail'>), tell }), 0);
    return;
  }
  try {
    const output = jobs[job](input as never);
    // Rows are handed back, not copied, as in the Node.js program of the threads.
    const blurred = job === 'blur' ? (output as JobOutput<'blur'>) : undefined;
    say({ id, output }, blurred ? [blurred.rows.buffer] : []);
  } catch (error) {
    say({ id, error: error instanceof Error ? error.message : String(error) });
  }
}

addEventListener('message', ({ data, source }: MessageEvent<Request>) => {
  // A frame takes orders only from the page that contains it. A worker's only sender is its page.
  if (inFrame && source !== parent) return;
  answer(data);
});
addEventListener('messageerror', () => say({ id: -1, error: 'what was sent could not be received here' }));

let sum = 0;
for (let number = 0; number < 1000; number++) sum += number;
say({ ready: sum });
