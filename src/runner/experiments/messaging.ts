/** A message of 64 KiB and its answer: cloned, transferred, in shared memory; to a worker, and to an isolated frame. */
import { MARGIN, VERDICT_ROUNDS } from '../../measurement/limits.ts';
import { median } from '../../measurement/statistics.ts';
import { type BrowserExperiment, needsProcesses, needsSharedMemory, type Reading } from '../browser-experiment.ts';
import type { Conditions } from '../conditions.ts';
import type { SharedChannel } from '../jobs.ts';
import type { UnitKind, UnitScope } from '../unit-scope.ts';

const SIZE = 64 * 1024;
const PAGE = 4096;
const COUNT = 30;
const BATCHES = 3;
/** ms in which the engine compiles what the warm-up has shown to be hot, as in the Node.js programs. */
const PAUSE = 50;

function check(sum: number, sent: number): void {
  if (sum !== (sent % 256) * (SIZE / PAGE)) throw new Error('a message was lost or changed');
}

function write(message: Uint8Array, sent: number): void {
  for (let at = 0; at < SIZE; at += PAGE) message[at] = sent % 256;
}

/**
 * Median over the batches of the time of one round trip, µs. Two batches warm up, each with a pause to compile in.
 * @param exchange sends a message, and resolves with its answer, the sum of what was read
 */
async function batches({ pause }: UnitScope, exchange: (sent: number) => Promise<number>): Promise<Reading> {
  let result = 0;
  const batch = async () => {
    const began = performance.now();
    for (let sent = 0; sent < COUNT; sent++) {
      const sum = await exchange(sent);
      check(sum, sent);
      result += sum;
    }
    return ((performance.now() - began) / COUNT) * 1000;
  };
  for (let warming = 0; warming < 2; warming++) {
    await batch();
    await pause(PAUSE);
  }
  const times: number[] = [];
  for (let timed = 0; timed < BATCHES; timed++) times.push(await batch());
  return { values: { latency: median(times), result } };
}

async function cloning(scope: UnitScope, kind: UnitKind): Promise<Reading> {
  const unit = await scope.start(kind);
  const message = new Uint8Array(SIZE).fill(1);
  return batches(scope, async (sent) => {
    write(message, sent);
    return unit.ask('touch', { message });
  });
}

/** A buffer that is transferred is handed back, so that both sides know its memory: one travels there and back. */
async function transferring(scope: UnitScope, kind: UnitKind): Promise<Reading> {
  const unit = await scope.start(kind);
  let message = new Uint8Array(SIZE).fill(1);
  return batches(scope, async (sent) => {
    write(message, sent);
    const answer = await unit.ask('touch-and-return', { message }, { transfer: [message.buffer] });
    message = answer.message;
    return answer.sum;
  });
}

/** The page may not sleep, so it waits with `Atomics.waitAsync`; the worker sleeps in `Atomics.wait`. */
async function sharing(scope: UnitScope): Promise<Reading> {
  const channel: SharedChannel = {
    counters: new Int32Array(new SharedArrayBuffer(12)),
    message: new Uint8Array(new SharedArrayBuffer(SIZE)),
    answers: new Int32Array(new SharedArrayBuffer(4)),
  };
  const { counters, message, answers } = channel;
  const worker = await scope.start('thread');
  const answering = worker.ask('answer-shared', channel);
  let answered = 0;
  const reading = await batches(scope, async (sent) => {
    write(message, sent);
    Atomics.add(counters, 0, 1);
    Atomics.notify(counters, 0);
    while (Atomics.load(counters, 1) <= answered) {
      const waiting = Atomics.waitAsync(counters, 1, answered, 1000);
      if (waiting.async) await waiting.value;
      scope.signal.throwIfAborted();
    }
    answered++;
    return Atomics.load(answers, 0);
  });
  Atomics.store(counters, 2, 1);
  Atomics.add(counters, 0, 1);
  Atomics.notify(counters, 0);
  await answering;
  return reading;
}

function needsWaitAsync(conditions: Conditions): string | undefined {
  if (typeof Atomics.waitAsync !== 'function')
    return 'This browser has no Atomics.waitAsync, and a page may not sleep.';
  return needsSharedMemory(conditions);
}

export const experiment: BrowserExperiment = {
  summary:
    'Sends 64 KiB to a worker and to an isolated frame and waits for the answer: cloned, transferred, and to the worker in shared memory as well.',
  vocabulary: {
    title: 'Messages in this browser',
    question: 'What does it cost to hand data to a worker, and to another process?',
    order: 6,
    metrics: {
      latency: { label: 'Round trip of one message', unit: 'µs', better: 'lower' },
      result: { label: 'Sum of the answers', unit: 'count', better: 'neither', result: true },
    },
    cases: { '64KiB': { label: '64 KiB', x: SIZE } },
    variants: {
      thread: { label: 'worker, cloned', kind: 'thread' },
      'thread.transfer': { label: 'worker, transferred', kind: 'thread' },
      'thread.shared-memory': { label: 'worker, shared memory', kind: 'thread' },
      process: { label: 'isolated frame, cloned', kind: 'process' },
      'process.transfer': { label: 'isolated frame, transferred', kind: 'process' },
    },
  },
  case: '64KiB',
  programs: ['src/runner/jobs.ts'],
  rounds: VERDICT_ROUNDS,
  variants: {
    thread: { run: (scope) => cloning(scope, 'thread') },
    'thread.transfer': { run: (scope) => transferring(scope, 'thread') },
    'thread.shared-memory': { missing: needsWaitAsync, run: sharing },
    process: { missing: needsProcesses, run: (scope) => cloning(scope, 'process') },
    'process.transfer': { missing: needsProcesses, run: (scope) => transferring(scope, 'process') },
  },
  comparisons: [
    {
      kind: 'ratio',
      label: 'a message to a process takes longer than one to a thread',
      experiment: 'messaging',
      metric: 'latency',
      of: 'process',
      over: 'thread',
      role: 'evidence',
      reads: {
        greater: 'a message to a frame and back took {times} as long as one to a worker',
        less: 'a message to a worker and back took {times} as long as one to a frame',
        same: 'a message took about as long to a frame as to a worker',
      },
      cases: ['64KiB'],
      expect: 'greater',
      margin: MARGIN,
      parallel: false,
    },
  ],
  note: 'What is transferred is handed back with the answer. A transfer to another process is a copy all the same, because the two have no memory in common. The recorded process is a child of Node.js that is sent JSON on one core; a frame is sent a structured clone.',
};
