/** Reports progress in lines: for logs, pipes and terminals that can't move their cursor. */
import type { Gate } from '../../../src/measurement/results.ts';
import { showControls } from '../../../src/measurement/show-controls.ts';
import type { ProgressEvent, ProgressListener } from '../progress-event.ts';

/** "40 s", "2 min 5 s", "1 h 3 min". */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min${seconds % 60 > 0 ? ` ${seconds % 60} s` : ''}`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export const describeTimeLeft = (ms: number | null): string =>
  ms === null ? 'time left not known yet' : `about ${formatDuration(ms)} left`;

const describeGate = ({ gate, outcome, reason }: Gate): string => `${gate} ${outcome}: ${reason}`;

export function describeStart({ cells, fresh, exact }: Extract<ProgressEvent, { type: 'start' }>): string {
  const how = exact ? '' : '; no C compiler: CPU time and context switches are not recorded';
  return `Measuring ${cells} ${cells === 1 ? 'cell' : 'cells'} (${fresh} fresh)${how}`;
}

export function describeCell({
  name,
  rounds,
  planned,
  failures,
  gates,
}: Extract<ProgressEvent, { type: 'cell-done' }>): string {
  const failed = Object.entries(failures).map(([variant, reason]) => `${variant} failed: ${reason.split('\n')[0]}`);
  const closed = gates.filter(({ outcome }) => outcome === 'failed').map(describeGate);
  return [`${name}: ${rounds} of ${planned} rounds`, ...failed, ...new Set(closed)].join('\n    ');
}

export const describeSkipped = ({ name, reason }: Extract<ProgressEvent, { type: 'skipped' }>): string =>
  `skipped for now: ${name}, and everything that takes as long (${reason})`;

export const describeWait = ({ gate }: Extract<ProgressEvent, { type: 'waiting' }>): string =>
  `waiting for the machine to be less busy: ${gate.reason}`;

export const CONTROL = 'Control: a program against itself, which must show no difference';

/** One line for everything that ended, and for every wait. */
export function plainProgress(print: (line: string) => void): ProgressListener {
  const write = (line: string) => print(showControls(line));
  let place = '';
  let left: number | null = null;
  let waiting = false;
  let skipped = false;
  return (event) => {
    if (event.type === 'start') write(describeStart(event));
    if (event.type === 'control' && event.done === 0) write(CONTROL);
    if (event.type === 'control-judged') write(describeGate(event.gate));
    if (event.type === 'waiting' && !waiting) write(describeWait(event));
    waiting = event.type === 'waiting';
    if (event.type === 'cell') place = `[${event.index}/${event.of}]`;
    if (event.type === 'round') left = event.left;
    if (event.type === 'cell-done')
      write(`${place} ${describeCell(event)}${left ? ` (${describeTimeLeft(left)})` : ''}`);
    if (event.type === 'skipped' && !skipped) write(describeSkipped(event));
    skipped ||= event.type === 'skipped';
  };
}
