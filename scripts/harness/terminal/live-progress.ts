/** Shows progress on a terminal that can move its cursor, as two tasks: the control and the cells. */
import { Listr, type ListrTask } from 'listr2';
import type { Gate } from '../../../src/measurement/results.ts';
import { showControls } from '../../../src/measurement/show-controls.ts';
import type { ProgressListener } from '../progress-event.ts';
import { CONTROL, describeCell, describeSkipped, describeStart, describeTimeLeft, describeWait } from './progress.ts';

/** Columns below which a line would be broken in mid-word more often than not. */
const NARROWEST = 40;

/** Can this stream show tasks that change in place? Not a pipe, a dumb terminal, or one that has no width. */
export function canShowLive(stream: { isTTY?: boolean; columns?: number }, term: string | undefined): boolean {
  return stream.isTTY === true && term !== 'dumb' && (stream.columns ?? 0) >= NARROWEST;
}

type Handle = Parameters<ListrTask['task']>[1];

/**
 * A task of the list that ends when it is resolved or rejected from outside; `handle` is set once the list has started
 * it.
 */
class Stage {
  readonly task: ListrTask;
  readonly done: () => void;
  readonly failed: (reason: Error) => void;
  #handle: Handle | undefined;

  constructor(title: string) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    promise.catch(() => {}); // It may fail before the list has started it.
    this.done = resolve;
    this.failed = reject;
    this.task = {
      title,
      task: (_, handle) => {
        this.#handle = handle;
        return promise;
      },
      rendererOptions: { persistentOutput: true, outputBar: 8 },
    };
  }

  set title(text: string) {
    if (this.#handle) this.#handle.title = showControls(text);
    else this.task.title = showControls(text);
  }

  set output(text: string) {
    if (this.#handle) this.#handle.output = showControls(text);
  }
}

const showCursor = () => process.stdout.write('\u001b[?25h');

/**
 * @returns the listener, a function that prints a line below the tasks, and one that removes the display; `stopped`:
 * before the end
 */
export function liveProgress(): {
  listen: ProgressListener;
  say: (text: string) => void;
  close: (stopped: boolean) => Promise<void>;
} {
  const control = new Stage(CONTROL);
  const cells = new Stage('Measuring');
  let shown: Promise<unknown> = Promise.resolve();
  let judged: Gate | undefined;
  let place = '';
  let planned = 0;
  let measured = 0;
  const endControl = () => {
    if (judged?.outcome === 'failed') control.failed(new Error(showControls(`Control failed: ${judged.reason}`)));
    else if (!judged) control.failed(new Error('Control: stopped before its end'));
    else control.done();
  };
  const listen: ProgressListener = (event) => {
    switch (event.type) {
      case 'start': {
        planned = event.cells;
        cells.title = describeStart(event);
        const list = new Listr([control.task, cells.task], { registerSignalListeners: false, exitOnError: false });
        process.once('exit', showCursor);
        shown = list.run();
        break;
      }
      case 'control':
        control.title = `${CONTROL}: round ${event.done + 1} of ${event.of}`;
        break;
      case 'control-judged':
        judged = event.gate;
        control.title = `Control ${event.gate.outcome}: ${event.gate.reason}`;
        break;
      case 'waiting':
        if (place) cells.title = `${place}, ${describeWait(event)}`;
        else control.title = `${CONTROL}: ${describeWait(event)}`;
        break;
      case 'cell':
        endControl();
        place = `${event.index} of ${event.of}: ${event.name}`;
        cells.title = place;
        break;
      case 'round':
        cells.title = `${place}, round ${event.done} of ${event.of}, ${describeTimeLeft(event.left)}`;
        break;
      case 'cell-done':
        if (event.rounds >= event.planned) measured++;
        cells.output = describeCell(event);
        break;
      case 'skipped':
        cells.output = describeSkipped(event);
        break;
      case 'end':
        endControl();
        cells.title = `Measured ${measured} of ${planned}`;
    }
  };
  return {
    listen,
    say: (text) => {
      if (place) cells.output = text;
      else control.output = text;
    },
    close: async (stopped) => {
      endControl();
      if (stopped) cells.failed(new Error(`Stopped: measured ${measured} of ${planned}`));
      else cells.done();
      await shown;
      process.off('exit', showCursor);
    },
  };
}
