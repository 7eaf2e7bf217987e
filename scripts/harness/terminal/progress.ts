/** Shows how measuring goes: live on a terminal, plain lines where there is none. */
import { Listr, type ListrTask } from 'listr2';
import type { Gate } from '../../../src/measurement/results.ts';
import type { ProgressEvent, ProgressListener } from '../progress-event.ts';

/** "40 s", "2 min 5 s", "1 h 3 min". */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min${seconds % 60 > 0 ? ` ${seconds % 60} s` : ''}`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const timeLeft = (ms: number | null): string =>
  ms === null ? 'time left not known yet' : `about ${formatDuration(ms)} left`;

const saidGate = ({ gate, outcome, reason }: Gate): string => `${gate} ${outcome}: ${reason}`;

function started({ cells, fresh, exact }: Extract<ProgressEvent, { type: 'start' }>): string {
  const how = exact ? '' : '; no C compiler: CPU time and context switches are not recorded';
  return `Measuring ${cells} ${cells === 1 ? 'cell' : 'cells'} (${fresh} fresh)${how}`;
}

function finished({ name, rounds, planned, failures, gates }: Extract<ProgressEvent, { type: 'cell-done' }>): string {
  const failed = Object.entries(failures).map(([variant, reason]) => `${variant} failed: ${reason.split('\n')[0]}`);
  const closed = gates.filter(({ outcome }) => outcome === 'failed').map(saidGate);
  return [`${name}: ${rounds} of ${planned} rounds`, ...failed, ...new Set(closed)].join('\n    ');
}

const saidSkipped = ({ name, reason }: Extract<ProgressEvent, { type: 'skipped' }>): string =>
  `${name} and what is as long: ${reason}`;

/** One line per thing that came to an end; for logs and pipes. */
export function plainProgress(write: (line: string) => void): ProgressListener {
  let place = '';
  let left: number | null = null;
  let waiting = false;
  let skipped = false;
  return (event) => {
    if (event.type === 'start') write(started(event));
    if (event.type === 'control-judged') write(`A/A ${saidGate(event.gate)}`);
    if (event.type === 'waiting' && !waiting) write(`waiting for a calmer moment: ${event.gate.reason}`);
    waiting = event.type === 'waiting';
    if (event.type === 'cell') place = `[${event.index}/${event.of}]`;
    if (event.type === 'round') left = event.left;
    if (event.type === 'cell-done') write(`${place} ${finished(event)}${left ? ` (${timeLeft(left)})` : ''}`);
    if (event.type === 'skipped' && !skipped) write(saidSkipped(event));
    skipped ||= event.type === 'skipped';
  };
}

type Handle = Parameters<ListrTask['task']>[1];

/** A task of the list that is done when its promise is; `handle` is there once the list has started it. */
function stage(title: string): { task: ListrTask; handle: () => Handle | undefined; done: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let handle: Handle | undefined;
  return {
    task: {
      title,
      task: (_, given) => {
        handle = given;
        return promise;
      },
      rendererOptions: { persistentOutput: true, outputBar: 8 },
    },
    handle: () => handle,
    done: resolve,
  };
}

/** @returns the listener, and what puts the display away, whether measuring came to its end or not */
export function liveProgress(): { listen: ProgressListener; closed: () => Promise<void> } {
  const control = stage('Control: a program against itself');
  const cells = stage('Measuring');
  let shown: Promise<unknown> = Promise.resolve();
  let place = '';
  const listen: ProgressListener = (event) => {
    if (event.type === 'start') {
      cells.task.title = started(event);
      const list = new Listr([control.task, cells.task], {
        registerSignalListeners: false,
        rendererOptions: { collapseSubtasks: false },
      });
      shown = list.run();
    }
    const first = control.handle();
    const second = cells.handle();
    if (event.type === 'control' && first)
      first.title = `Control: a program against itself, round ${event.done + 1} of ${event.of}`;
    if (event.type === 'control-judged') {
      if (first) first.title = `Control ${event.gate.outcome}: ${event.gate.reason}`;
      control.done();
    }
    if (event.type === 'cell') place = `${event.index} of ${event.of}: ${event.name}`;
    if (event.type === 'cell' && second) second.title = place;
    if (event.type === 'waiting' && second)
      second.title = `${place}, waiting for a calmer moment: ${event.gate.reason}`;
    if (event.type === 'round' && second) {
      second.title = `${place}, round ${event.done} of ${event.of}, ${timeLeft(event.left)}`;
    }
    if (event.type === 'cell-done' && second) second.output = finished(event);
    if (event.type === 'skipped' && second) second.output = saidSkipped(event);
    if (event.type === 'end' && second) second.title = 'Measured';
  };
  return {
    listen,
    closed: async () => {
      control.done();
      cells.done();
      await shown;
    },
  };
}
