/** Samples as a table, one line each: all of an experiment, or all of a results file. */
import type { EvidenceFile } from '../measurement/evidence.ts';

/** The columns in their order: what each holds, in words, and its type as https://www.w3.org/TR/tabular-data-primer/ has it. */
export const COLUMNS = [
  {
    name: 'origin',
    datatype: 'string',
    says: '"reference" for a committed file, "local" for the machine that built the site, "contributed" for a reader’s browser',
  },
  { name: 'machine', datatype: 'string', says: 'id of the machine; its description is in the JSON file' },
  { name: 'session', datatype: 'string', says: 'id of the session; its gates and its control are in the JSON file' },
  { name: 'date', datatype: 'dateTime', says: 'when the cell was measured, UTC' },
  { name: 'profile', datatype: 'string', says: '"quick" or "full": how much was planned' },
  { name: 'runtime', datatype: 'string', says: 'id of the runtime' },
  { name: 'version', datatype: 'string', says: 'version of the runtime' },
  { name: 'experiment', datatype: 'string', says: 'id of the experiment' },
  { name: 'case', datatype: 'string', says: 'id of the case, such as a size' },
  { name: 'variant', datatype: 'string', says: 'what was compared: thread, process and their methods' },
  { name: 'round', datatype: 'integer', says: 'every variant once makes a round; counted from 1 in each cell' },
  {
    name: 'place_in_round',
    datatype: 'integer',
    says: 'place of the variant in the random order of its round, from 1',
  },
  { name: 'metric', datatype: 'string', says: 'what was measured, a name of the experiment' },
  { name: 'value', datatype: 'number', says: 'the sample: one number from one run of one program' },
  { name: 'unit', datatype: 'string', says: 'unit of the value' },
  { name: 'wall_ms', datatype: 'number', says: 'wall time of the whole run, ms' },
  {
    name: 'cpu_ms',
    datatype: 'number',
    says: 'processor time of the run and the children it waited for, ms; empty where unknown',
  },
  { name: 'exit_code', datatype: 'integer', says: 'how the run ended; empty where a signal ended it' },
  { name: 'signal', datatype: 'string', says: 'the signal that ended the run; empty where none did' },
] as const;

/**
 * RFC 4180, with a header line. Rounds and places count from one. A cell that is in several files (a reference
 * machine has its own file too) is listed once, from the last of them.
 * @param experiment the only one that is listed; default: all
 */
export function samplesCsv(files: readonly EvidenceFile[], experiment?: string): string {
  const tables = new Map<string, string[]>();
  for (const file of files) {
    for (const cell of file.results.cells) {
      if (experiment !== undefined && cell.experiment !== experiment) continue;
      const { machine } = file.results;
      const key = [machine.id, cell.session, cell.date, cell.experiment, cell.runtime, cell.case, cell.key].join(' ');
      tables.set(key, linesOf(file, cell));
    }
  }
  return `${[COLUMNS.map(({ name }) => name).join(','), ...[...tables.values()].flat()].join('\r\n')}\r\n`;
}

function linesOf({ results, origin }: EvidenceFile, cell: EvidenceFile['results']['cells'][number]): string[] {
  const { machine, experiments, runtimes } = results;
  const version = runtimes.find(({ id }) => id === cell.runtime)?.version ?? '';
  return cell.rounds.flatMap(({ order, invocations }, round) =>
    order.flatMap((variant, place) => {
      const run = invocations[variant];
      if (!run) return [];
      return Object.entries(run.values).map(([metric, value]) =>
        [
          origin,
          machine.id,
          cell.session,
          cell.date,
          cell.profile,
          cell.runtime,
          version,
          cell.experiment,
          cell.case,
          variant,
          round + 1,
          place + 1,
          metric,
          value,
          experiments[cell.experiment]?.metrics[metric]?.unit ?? '',
          run.wall,
          run.cpu ?? '',
          run.ending.code ?? '',
          run.ending.signal ?? '',
        ]
          .map(field)
          .join(','),
      );
    }),
  );
}

/** Spreadsheets take text that begins so for a formula, and would run it: results may come from somebody else. */
const FORMULA = /^[=+\-@\t\r]/;

function field(value: string | number): string {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
