/** Whether recorded figures still describe the programs as they are, and what they were hashed from. */
import type { Cell } from '../../measurement/results.ts';

interface HashedFile {
  /** From the project's root. */
  file: string;
  /** SHA-256 when it was measured, in hexadecimal; several where cells were measured on different texts of it. */
  sha256: string[];
  /** Whether the file has another hash now, or is gone. */
  changed: boolean;
}

export interface Freshness {
  cells: number;
  /** How many of the cells nothing has changed for. */
  fresh: number;
  /** Why the others are stale, each reason once. */
  reasons: { reason: string; cells: number }[];
  files: HashedFile[];
}

/**
 * @param cells of one results file
 * @param whyStale says why a cell is stale, undefined where it is fresh
 * @param sha256Now of a file as it is; undefined where it is gone
 */
export function freshnessOf(
  cells: readonly Cell[],
  whyStale: (cell: Cell) => string | undefined,
  sha256Now: (file: string) => string | undefined,
): Freshness {
  const byReason = Map.groupBy(cells, (cell) => whyStale(cell) ?? '');
  const byFile = Map.groupBy(
    cells.flatMap(({ programs }) => programs),
    ({ file }) => file,
  );
  return {
    cells: cells.length,
    fresh: byReason.get('')?.length ?? 0,
    reasons: [...byReason].flatMap(([reason, those]) => (reason === '' ? [] : { reason, cells: those.length })),
    files: [...byFile]
      .map(([file, entries]) => {
        const sha256 = [...new Set(entries.map((entry) => entry.sha256))];
        return { file, sha256, changed: sha256.some((hash) => hash !== sha256Now(file)) };
      })
      .sort((a, b) => a.file.localeCompare(b.file, 'en')),
  };
}
