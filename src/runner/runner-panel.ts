/** The runner's panel on a page: start, progress, stop, time limit, reset, and the report. */

import { button, make } from '../dom/element.ts';
import { saveFile } from '../dom/save-file.ts';
import type { Results } from '../measurement/results.ts';
import type { BrowserExperiment } from './browser-experiment.ts';
import { type BrowserFacts, collectResults } from './collect.ts';
import { CONTRIBUTED, contributionOf } from './contribution.ts';
import { measureHere } from './measure-here.ts';
import type { Recorded } from './recorded-figures.ts';
import { conditionsList, reportOf } from './report.ts';
import { packRun, RunLinkError, unpackRun } from './run-link.ts';
import { forget, keep, keptRun } from './saved-run.ts';

/** The fragment of an address that holds a run begins with this. */
const LINK_MARK = '#run=';

/** Seconds after which a run is ended: several times what a slow machine needs, so that only one that stands still meets it. */
const TIME_LIMIT = 300;

const files = import.meta.glob<{ experiment: BrowserExperiment }>('./experiments/*.ts');

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function browserFacts(recorded: Recorded): BrowserFacts {
  const { deviceMemory } = navigator as { deviceMemory?: number };
  return {
    userAgent: navigator.userAgent.slice(0, 1000),
    platform: navigator.platform || 'not reported',
    memory: deviceMemory,
    date: new Date(),
    hash: sha256,
    programs: recorded.programs,
  };
}

const whenOf = (date = '') => new Date(date).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** Stops by the reader, by the limit, or because the page was hidden: each says so. */
function stoppable(): { signal: AbortSignal; stop(reason: string): void; done(): void } {
  const controller = new AbortController();
  const stop = (reason: string) => controller.abort(new Error(reason));
  const timer = setTimeout(
    () => stop(`Stopped at the time limit of ${TIME_LIMIT} s. Nothing was kept.`),
    TIME_LIMIT * 1000,
  );
  const hidden = () => {
    if (document.hidden) stop('Stopped, because the page was hidden and browsers slow hidden pages. Run it again.');
  };
  document.addEventListener('visibilitychange', hidden);
  return {
    signal: controller.signal,
    stop,
    done: () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hidden);
    },
  };
}

/**
 * Loads the experiment and starts it, or shows the run that this browser kept of it, or that the page's address holds.
 * @param starters the element that the panel replaces
 */
export async function openPanel(
  section: HTMLElement,
  starters: readonly HTMLElement[],
  what: 'run' | 'kept' | 'link',
): Promise<void> {
  const id = section.dataset.experiment ?? '';
  const recorded: Recorded = JSON.parse(section.querySelector('.run-recorded')?.textContent ?? '{}');
  const load = files[`./experiments/${id}.ts`];
  if (!load) throw new Error(`no browser version of ${id}`);
  const { experiment } = await load();

  const status = make('p', { className: 'run-status' });
  status.role = 'status';
  const detail = make('p', { className: 'run-detail' });
  const progress = make('progress');
  progress.max = 1;
  progress.ariaLabel = 'Progress of the run';
  const conditions = make('div');
  const report = make('div', { className: 'run-report' });
  let current: ReturnType<typeof stoppable> | undefined;
  let latest: Results | undefined;

  const again = button('Run it again', () => void run());
  const stop = button('Stop', () => current?.stop('Stopped. Nothing was kept.'));
  const copy = button('Copy as JSON', () => {
    navigator.clipboard.writeText(JSON.stringify(latest, null, 2)).then(
      () => say('Copied, in the shape of the site’s results files.'),
      () => say('The browser did not allow copying.'),
    );
  });
  const link = button('Copy a link to this run', async () => {
    try {
      if (!latest) return;
      const address = new URL(location.href);
      address.hash = `${LINK_MARK}${await packRun(latest, experiment, recorded.programs)}`;
      await navigator.clipboard.writeText(address.href);
      say('Copied. The link holds the figures themselves: whoever opens it sees them here beside the recorded ones.');
    } catch {
      say('The browser did not allow copying.');
    }
  });
  const contribute = button('Save to contribute', () => {
    if (!latest) return;
    const { name, text } = contributionOf(latest);
    saveFile(name, new Blob([text], { type: 'application/json' }));
    say(`Saved as ${name}. A pull request that puts it into ${CONTRIBUTED}/ has it shown here.`);
    const { contributeAt } = recorded;
    if (contributeAt === undefined) return;
    const upload = make('a', {}, 'Upload it to start a pull request');
    upload.href = contributeAt;
    detail.replaceChildren(upload);
  });
  const reset = button('Clear', () => {
    forget(id);
    latest = undefined;
    report.replaceChildren();
    conditions.replaceChildren();
    show(false);
    say('Cleared. Nothing of the run is kept.');
  });
  const say = (words: string) => {
    status.textContent = words;
    detail.textContent = '';
  };
  const show = (running: boolean) => {
    section.ariaBusy = String(running);
    again.hidden = running;
    stop.hidden = !running;
    progress.hidden = !running;
    copy.hidden = link.hidden = contribute.hidden = reset.hidden = running || latest === undefined;
  };

  async function run(): Promise<void> {
    if (!isSecureContext) {
      return say(
        'This page was loaded over plain HTTP, where browsers allow neither shared memory nor hashes. Open it over HTTPS, or on your own machine at localhost.',
      );
    }
    current = stoppable();
    progress.value = 0;
    report.replaceChildren();
    const hadFocus = document.activeElement === again;
    show(true);
    if (hadFocus) stop.focus();
    try {
      const measurement = await measureHere(id, experiment, current.signal, {
        step: say,
        detail: (words) => {
          detail.textContent = words;
        },
        share: (done) => {
          progress.value = done;
        },
        conditions: (found) => conditions.replaceChildren(conditionsList(found)),
      });
      latest = await collectResults(measurement, browserFacts(recorded));
      const stays = keep(id, latest);
      report.replaceChildren(...reportOf(experiment, latest, recorded));
      const missing = latest.cells.some(({ failures }) => Object.keys(failures).length > 0);
      say(
        `Done. ${missing ? 'Not everything could be measured here; the reasons are below. ' : ''}${stays ? 'Your figures are kept in this browser only.' : 'This browser lets the site keep nothing: copy your figures before you leave the page.'}`,
      );
    } catch (error) {
      latest = undefined;
      say(error instanceof Error ? error.message : String(error));
    } finally {
      current.done();
      const stopped = document.activeElement === stop;
      show(false);
      if (stopped) again.focus();
    }
  }

  /** Not saved: it is somebody else's run. */
  async function showLinked(): Promise<void> {
    try {
      const facts = { programs: recorded.programs, hash: sha256 };
      const linked = await unpackRun(location.hash.slice(LINK_MARK.length), id, experiment, facts);
      report.replaceChildren(...reportOf(experiment, linked, recorded));
      const { machine, cells } = linked;
      say(
        `A run from a link, of ${whenOf(cells[0]?.date)}, by ${machine.label}: ${machine.cpu}. It has not been checked: run it yourself and compare.`,
      );
    } catch (error) {
      say(error instanceof RunLinkError ? error.message : 'The run in the link could not be shown.');
    }
  }

  const panel = make(
    'div',
    { className: 'run-panel' },
    make('p', {}, experiment.summary),
    make('p', { className: 'run-controls' }, again, stop, link, copy, contribute, reset),
    progress,
    status,
    detail,
    conditions,
    report,
  );
  section.append(panel);
  for (const starter of starters) starter.remove();
  show(false);
  again.focus();
  if (what === 'run') return run();
  if (what === 'link') return showLinked();
  latest = keptRun(id, Object.keys(experiment.variants));
  try {
    if (latest) report.replaceChildren(...reportOf(experiment, latest, recorded));
  } catch {
    latest = undefined;
  }
  if (!latest)
    return say(
      'The run kept in this browser belongs to another version of the experiment, or is damaged. Run it again.',
    );
  show(false);
  say(`Your run of ${whenOf(latest.cells[0]?.date)}, kept in this browser only.`);
}
