/** The whole way from programs to a site: check, measure, bake, render, index, and only then replace `dist/`. */
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'astro';
import { forgetKept } from '../../src/evidence/once.ts';
import { siteBase } from '../../src/text/site-base.ts';
import { CommandFailure } from '../command/define-command.ts';
import { InputError } from '../harness/input-error.ts';
import type { MeasureOptions } from '../harness/options.ts';
import { formatDuration } from '../harness/terminal/progress.ts';
import { bakeAll } from '../sandbox/bake-all.ts';
import type { SearchDocument } from '../search/documents.ts';
import { indexSite } from '../search/index-site.ts';
import { whileBuilding } from './build-lock.ts';
import { checkEvidence } from './check-evidence.ts';
import { fillContentSecurity } from './content-security.ts';
import { writeHostForms } from './host-forms.ts';
import { liftInlineStyles } from './lift-styles.ts';
import { writeWorker } from './write-worker.ts';

const root = join(import.meta.dirname, '../..');

/** Moves the finished site to its place; the old one is away only between two renames. */
function replaceFolder(fresh: string, place: string): void {
  const old = `${place}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(fresh, place);
  rmSync(old, { recursive: true, force: true });
}

/**
 * Starts to read the pages that are rendered into `folder`.
 * @returns `all` gives what the search knows of them once everything is rendered; `end` gives up
 */
function readPagesBeside(folder: string): { all(): Promise<SearchDocument[]>; end(): Promise<unknown> } {
  const workerData = { folder, content: join(root, 'content/docs') };
  const thread = new Worker(new URL('page-texts-thread.ts', import.meta.url), { workerData });
  const { promise, resolve, reject } = Promise.withResolvers<SearchDocument[]>();
  promise.catch(() => {}); // It is told where it is waited for.
  thread.once('message', resolve).once('error', reject);
  thread.once('exit', (code) => reject(new Error(`The thread that reads the pages ended early, with code ${code}.`)));
  return {
    all: () => {
      thread.postMessage('rendered');
      return promise;
    },
    end: () => thread.terminate(),
  };
}

/**
 * Bakes, renders and indexes what is measured already into `folder`, to be published under SITE_BASE.
 * @param say takes a line as each step begins
 */
export async function renderSite(folder: string, say: (step: string) => void): Promise<void> {
  const base = siteBase(process.env.SITE_BASE);
  say('Baking the sandboxes');
  await bakeAll();
  forgetKept('definitions', 'vocabulary', 'sandboxes'); // Baking wrote them.
  rmSync(folder, { recursive: true, force: true });
  say('Rendering the pages');
  const texts = readPagesBeside(folder);
  try {
    await build({ root, outDir: folder, logLevel: 'error' });
    say('Indexing them for search');
    await indexSite(folder, await texts.all());
  } finally {
    await texts.end();
  }
  liftInlineStyles(folder);
  fillContentSecurity(folder, base);
  writeWorker(
    folder,
    readFileSync(join(root, 'src/offline/service-worker.ts'), 'utf8'),
    process.env.SITE_OFFLINE !== 'no',
  );
  writeHostForms(folder);
}

async function measureMissing(options: MeasureOptions): Promise<void> {
  // A build that measures nothing does not load what measures.
  const { measureWatched } = await import('../harness/terminal/measure-watched.ts');
  const report = await measureWatched(options, { quiet: false });
  if (report.interrupted)
    throw new CommandFailure('Interrupted while measuring; what was measured is saved. Run it again to go on.');
  const measured = report.cells.filter((cell) => cell.measured).length;
  const { left, cells } = report;
  const leftOut =
    left === 0 ? 'none is left out' : `${left} did not fit into the budget and show the reference machine’s`;
  const remedy = left === 0 ? '' : ' figures; npm run measure measures them';
  console.log(`Measured ${measured} of ${cells.length} cells; ${leftOut}${remedy}.`);
}

/** A page or a file at fault is named by its message; only a defect of the project's own needs the stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const defect = [TypeError, RangeError, ReferenceError].some((kind) => error instanceof kind);
  return (defect && error.stack) || error.message;
}

/**
 * @param measuring what is measured before, null for nothing
 * @returns the folder of the finished site
 * @throws CommandFailure, or InputError for options and files that can't be used; `dist/` is then untouched
 */
export async function buildSite(measuring: MeasureOptions | null): Promise<string> {
  const place = join(root, 'dist');
  try {
    siteBase(process.env.SITE_BASE);
    await checkEvidence();
    if (measuring) {
      await measureMissing(measuring);
      forgetKept();
    }
    const began = performance.now();
    await whileBuilding(async () => {
      const fresh = join(root, 'dist.new');
      await renderSite(fresh, console.log);
      replaceFolder(fresh, place);
    });
    console.log(`dist/ is built, in ${formatDuration(performance.now() - began)}.`);
    return place;
  } catch (error) {
    const Kind = error instanceof InputError ? InputError : CommandFailure;
    throw new Kind(`The site was not built; dist/ is as it was.\n${explain(error)}`, { cause: error });
  }
}
