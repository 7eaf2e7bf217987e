/** Every sample of an experiment as a table, one line a sample. */
import type { Results } from '../measurement/results.ts';

const HEADER = [
  'machine',
  'runtime',
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

/** RFC 4180, with a header line. Rounds and places count from one. */
export function samplesCsv(files: readonly Results[], experiment: string): string {
  const lines = [HEADER.join(',')];
  for (const { machine, cells, experiments } of files) {
    for (const cell of cells) {
      if (cell.experiment !== experiment) continue;
      for (const [round, { order, invocations }] of cell.rounds.entries()) {
        for (const [place, variant] of order.entries()) {
          const run = invocations[variant];
          if (!run) continue;
          for (const [metric, value] of Object.entries(run.values)) {
            const unit = experiments[experiment]?.metrics[metric]?.unit ?? '';
            const fields = [
              machine.id,
              cell.runtime,
              cell.case,
              variant,
              round + 1,
              place + 1,
              metric,
              value,
              unit,
              run.wall,
              run.cpu ?? '',
              run.ending.code ?? '',
              run.ending.signal ?? '',
            ];
            lines.push(fields.map(field).join(','));
          }
        }
      }
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}

function field(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
