/** Every sample of an experiment as a table, one line a sample. */
import type { EvidenceFile } from '../measurement/evidence.ts';

const HEADER = [
  'origin',
  'machine',
  'session',
  'date',
  'profile',
  'runtime',
  'version',
  'case',
  'variant',
  'round',
  'place_in_round',
  'metric',
  'value',
  'unit',
  'wall_ms',
  'cpu_ms',
  'exit_code',
  'signal',
];

/**
 * RFC 4180, with a header line. Rounds and places count from one. A cell that several files hold, as a reference machine's
 * own file does, is listed once, from the last of them.
 */
export function samplesCsv(files: readonly EvidenceFile[], experiment: string): string {
  const tables = new Map<string, string[]>();
  for (const file of files) {
    for (const cell of file.results.cells) {
      if (cell.experiment !== experiment) continue;
      const { machine } = file.results;
      const key = [machine.id, cell.session, cell.date, cell.runtime, cell.case, cell.key].join(' ');
      tables.set(key, linesOf(file, cell));
    }
  }
  return `${[HEADER.join(','), ...[...tables.values()].flat()].join('\r\n')}\r\n`;
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

function field(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
