/**
 * Where units live while an experiment runs: Web Workers as threads, isolated frames as processes. Whatever was started is
 * ended when the scope closes, and nothing is waited for without a limit.
 */
import type { JobInput, JobName, JobOutput } from './jobs.ts';
import { frameTransport, type Listener, type Transport, workerTransport } from './transport.ts';

export type UnitKind = 'thread' | 'process';

/** Why a unit gave no answer. */
export class UnitFailure extends Error {
  override name = 'UnitFailure';
}

export interface Unit {
  kind: UnitKind;
  /** ms from starting it to its first answer. */
  started: number;
  /** That answer: the sum it was started for. */
  answer: number;
  /**
   * @param options.times how often it does the job before it answers, default 1
   * @throws UnitFailure when it fails, dies, or is silent for `limit` ms (default 15 s)
   */
  ask<Name extends JobName>(
    job: Name,
    input: JobInput<Name>,
    options?: { limit?: number; transfer?: Transferable[]; times?: number },
  ): Promise<JobOutput<Name>>;
  /** Makes it fail: it never answers that. */
  fail(fault: JobInput<'fail'>['fault']): void;
  /** The error it has failed with, as it put it into words when that had happened; undefined while it has not. */
  fault(): string | undefined;
  /**
   * Resolves with the message of an uncaught error, as the unit's host got it; undefined after `limit` ms of silence.
   */
  failure(limit: number): Promise<string | undefined>;
  /** How many MiB it said to have filled, and when (ms, the page's clock) it said so last. */
  filled(): { amount: number; heard: number };
  end(): void;
}

export interface UnitScope {
  start(kind: UnitKind): Promise<Unit>;
  signal: AbortSignal;
  /** Resolves after `duration` ms; rejects when stopped. */
  pause(duration: number): Promise<void>;
  close(): void;
}

const ANSWER_LIMIT = 15_000;
const START_LIMIT = 10_000;
interface Waiting {
  resolve(value: never): void;
  reject(error: Error): void;
}

export function openUnitScope(signal: AbortSignal): UnitScope {
  const open = new Set<() => void>();

  /** A promise that also ends by the limit and by the reader's stop. */
  function limited<Value>(limit: number, late: string, begin: (waiting: Waiting) => void): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      const stop = () => finish(() => reject(signal.reason));
      const timer = setTimeout(() => finish(() => reject(new UnitFailure(late))), limit);
      const finish = (then: () => void) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        then();
      };
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
      begin({
        resolve: (value) => finish(() => resolve(value)),
        reject: (error) => finish(() => reject(error)),
      });
    });
  }

  async function start(kind: UnitKind): Promise<Unit> {
    const waiting = new Map<number, Waiting>();
    const told: string[] = [];
    const hearing = new Set<(message: string) => void>();
    let next = 0;
    let filled = { amount: 0, heard: performance.now() };
    let fault: string | undefined;
    const began = performance.now();
    let ready: Waiting | undefined;
    const listener: Listener = {
      answer: (answer) => {
        if ('ready' in answer) return ready?.resolve(answer.ready as never);
        if ('fault' in answer) {
          fault = answer.fault;
          return;
        }
        if ('filled' in answer) {
          filled = { amount: answer.filled, heard: performance.now() };
          return;
        }
        if ('error' in answer && answer.id === -1) return listener.error(answer.error);
        const asked = waiting.get(answer.id);
        waiting.delete(answer.id);
        if ('error' in answer) asked?.reject(new UnitFailure(answer.error));
        else asked?.resolve(answer.output as never);
      },
      error: (message) => {
        told.push(message);
        for (const hear of hearing) hear(message);
        const failure = new UnitFailure(message);
        ready?.reject(failure);
        for (const { reject } of waiting.values()) reject(failure);
        waiting.clear();
      },
    };
    let transport: Transport | undefined;
    const end = () => {
      transport?.close();
      open.delete(end);
    };
    open.add(end);
    let sum: number;
    try {
      sum = await limited<number>(START_LIMIT, `a ${kind} did not start within ${START_LIMIT / 1000} s`, (given) => {
        ready = given;
        transport = kind === 'thread' ? workerTransport(listener) : frameTransport(listener);
      });
    } catch (error) {
      end();
      throw error;
    }
    const started = performance.now() - began;

    const ask: Unit['ask'] = (job, input, { limit = ANSWER_LIMIT, transfer = [], times = 1 } = {}) => {
      const id = next++;
      return limited(limit, `a ${kind} was silent for ${limit / 1000} s`, (given) => {
        waiting.set(id, given);
        try {
          transport?.post({ id, job, input, times }, transfer);
        } catch (error) {
          waiting.delete(id);
          given.reject(new UnitFailure(error instanceof Error ? error.message : String(error)));
        }
      });
    };
    return {
      kind,
      started,
      answer: sum,
      ask,
      filled: () => filled,
      fail: (fault) => transport?.post({ id: next++, job: 'fail', input: { fault } }, []),
      fault: () => fault,
      failure: (limit) =>
        new Promise((resolve) => {
          const settle = (message: string | undefined) => {
            hearing.delete(settle);
            clearTimeout(timer);
            resolve(message);
          };
          const timer = setTimeout(() => settle(told[0]), limit);
          if (told.length > 0) return settle(told[0]);
          hearing.add(settle);
        }),
      end,
    };
  }

  return {
    start,
    signal,
    pause: (duration) =>
      limited<void>(duration + 60_000, 'the page stood still', ({ resolve }) => {
        setTimeout(() => resolve(undefined as never), duration);
      }),
    close: () => {
      for (const end of [...open]) end();
    },
  };
}
