/**
 * One unit of an experiment, thread or process: the same file runs in a Web Worker and in an isolated frame. It answers one
 * request at a time. Its first words are the sum it was started for, as in the start-up programs.
 */
import { HANDED_BACK, type JobInput, type JobName, jobs } from './jobs.ts';

export interface Request {
  id: number;
  job: JobName;
  input: unknown;
  /** How often the job is done; the last time is answered. Default 1. */
  times?: number;
}

export type Answer =
  | { ready: number }
  | { fault: string }
  | { filled: number }
  | { id: number; output: unknown }
  | { id: number; error: string };

const inFrame = 'document' in globalThis;

function say(answer: Answer, transfer: Transferable[] = []): void {
  if (inFrame) parent.postMessage(answer, '*', transfer);
  else postMessage(answer, { transfer });
}

/** A fault stays uncaught. What it was is said once it has happened, never before: nobody else hears it from a frame. */
function fail(input: JobInput<'fail'>): void {
  try {
    jobs.fail({ ...input, tell: (filled) => say({ filled }) });
  } catch (error) {
    say({ fault: String(error) });
    throw error;
  }
}

function answer({ id, job, input, times = 1 }: Request): void {
  if (job === 'fail') {
    setTimeout(() => fail(input as JobInput<'fail'>), 0); // in an event of its own, so that nothing else catches it
    return;
  }
  try {
    for (let time = 1; time < times; time++) jobs[job](input as never);
    const output = jobs[job](input as never);
    say({ id, output }, HANDED_BACK[job]?.(output as never) ?? []);
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
