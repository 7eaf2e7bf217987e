/** `npm run examine -- gil`: whether the measured window of a program contains its work and nothing else. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { MARGIN } from '../src/measurement/limits.ts';
import { oneOf, words } from './command/command-options.ts';
import { defineCommand } from './command/define-command.ts';
import { type Baseline, baselinesOf } from './examine/baselines.ts';
import { examineProgram } from './examine/examine-program.ts';
import { reportWindow, windowIn } from './examine/window-report.ts';
import { type DiscoveredExperiment, discoverExperiments } from './harness/definition/discover.ts';
import { InputError } from './harness/input-error.ts';
import { type PlannedVariant, runtimesOf, variantsOf } from './harness/plan/plan-cell.ts';
import { readResultsFile } from './harness/plan/results-file.ts';
import { table } from './harness/terminal/table.ts';
import { findRuntimes } from './runtimes/find-runtimes.ts';

const EXPERIMENTS = join(import.meta.dirname, 'experiments');
const RESULTS = join(import.meta.dirname, '..', 'content', 'results');
const HEADINGS = ['program', 'window', 'worked', 'helpers', 'share', 'faults', 'cores', 'most at once', 'its own'];
/** What a program counts itself, as its label promises. */
const OWN = /^(most-in-flight|switches-per-hand-over) = ([\d.]+)/gm;

async function row(name: string, planned: PlannedVariant, limit: number): Promise<string[]> {
  const { stdout, stderr, code, samples } = await examineProgram(planned, limit);
  if (code !== 0) return [name, `failed with code ${code}: ${stderr.trim().split('\n')[0]}`];
  const own = [...stdout.matchAll(OWN)].map(([, metric, value]) => `${metric} ${value}`).join(', ');
  const window = windowIn(stdout);
  const report = window && reportWindow(samples, window);
  if (!report) return [name, window ? 'too short to be seen' : 'prints no window', '', '', '', '', '', '', own];
  const { worked, helped, helpers, faults, cores, mostAtOnce } = report;
  return [
    name,
    `${report.window.toFixed(1)} ms`,
    `${worked.toFixed(1)} ms`,
    helped > 0 ? `${helped.toFixed(1)} ms (${helpers.join(', ')})` : 'none',
    `${((helped / report.window) * 100).toFixed(1)} %`,
    String(faults),
    String(cores),
    String(mostAtOnce),
    own,
  ];
}

/** What was recorded of the same sequential work in several cases, from every results file there is. */
function recordedBaselines({ id, definition }: DiscoveredExperiment): string {
  const files = globSync(join(RESULTS, '{local,reference}', '*.json'));
  const cells = files.flatMap((file) => readResultsFile(file)?.cells ?? []).filter((cell) => cell.experiment === id);
  const rows = baselinesOf(cells, definition).map(({ runtime, session, variant, medians, apart }: Baseline) => [
    `${runtime} · ${variant} · ${session}`,
    Object.entries(medians)
      .map(([caseId, time]) => `${caseId} ${time.toFixed(1)} ms`)
      .join(', '),
    `${apart.toFixed(2)} × apart${apart > MARGIN ? ': the machine changed its speed' : ''}`,
  ]);
  const heading = 'The same work in the cases of one recorded session, medians:';
  return rows.length > 0 ? `${heading}\n${table(rows)}` : 'No two recorded cases do the same work.';
}

async function chosen(id: string): Promise<DiscoveredExperiment> {
  const experiments = await discoverExperiments(EXPERIMENTS);
  const experiment = experiments.find((one) => one.id === id);
  if (experiment) return experiment;
  throw new InputError(`Expected one of ${experiments.map((one) => one.id).join(', ')}, found "${id}".`);
}

const profileName = oneOf('quick', 'full');

export default defineCommand({
  name: 'npm run examine',
  summary: 'Runs the programs of an experiment once, and shows from outside what happened while they measured.',
  operands: { usage: '<experiment>', least: 1, most: 1, expected: 'the id of an experiment' },
  options: {
    runtime: { value: '<id>', help: 'this runtime only', read: words },
    profile: { value: '<name>', help: 'quick (default) or full: which cases', read: profileName },
    recorded: { help: 'run nothing: only whether the same work took as long in all recorded cases' },
  },
  notes: [
    'helpers   processor time of threads and processes that do none of the work: compilers, trackers',
    'share     of the window: above 5 % the window measures them too',
    'faults    page faults of those that do the work',
    'Needs Linux, and a machine that does little else. Cores are not assigned: a case on one core may use two.',
  ].join('\n'),
  async run({ runtime, profile = 'quick', recorded }, [id = '']) {
    const experiment = await chosen(id);
    if (recorded) {
      console.log(recordedBaselines(experiment));
      return undefined;
    }
    const runtimes = await findRuntimes();
    const installations = runtimesOf(experiment, runtimes)
      .filter((one) => runtime === undefined || one === runtime)
      .flatMap((one) => runtimes.found.find(({ info }) => info.id === one) ?? []);
    const cases = Object.entries(experiment.definition.cases).filter(([, one]) => profile === 'full' || one.quick);
    const rows = [HEADINGS];
    for (const installation of installations) {
      for (const [caseId] of cases) {
        for (const planned of variantsOf(experiment, installation, caseId, profile, runtimes)) {
          const name = `${installation.info.id} · ${caseId} · ${planned.variant}`;
          rows.push(await row(name, planned, experiment.definition.timeLimit * 1000));
        }
      }
    }
    console.log(`${table(rows)}\n\n${recordedBaselines(experiment)}`);
    return undefined;
  },
});
