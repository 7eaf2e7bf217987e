/** The key of a cell: a hash of everything that can change its figures. Another key, another measurement. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RuntimeInfo } from '../../../src/measurement/results.ts';
import type { Metric } from '../../../src/measurement/vocabulary.ts';
import type { Installation } from '../../runtimes/runtime.ts';
import type { Pinning } from '../definition/experiment.ts';

/** Raised when the harness itself changes what is measured. */
const METHOD = 1;

export interface KeyedVariant {
  variant: string;
  /** SHA-256 of the program, then of every file of this project that it imports, in the order of their paths. */
  files: string[];
  runtimeArgs: string[];
  args: string[];
  /** What runs it, where that is not the cell's runtime. */
  runBy?: KeyParts['runtime'];
}

/**
 * What a key is made of. The number of rounds is not part of it: it says how much was measured, not what, so that a
 * full measurement also answers for the quick one.
 */
export interface KeyParts {
  variants: KeyedVariant[];
  metrics: Record<string, Metric>;
  mayDie: boolean;
  pinning: Pinning;
  runtime: Pick<RuntimeInfo, 'id' | 'version' | 'details'>;
  machine: { id: string; kernel: string };
}

/** JSON with the properties of every object in alphabetical order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

export function cellKey({ variants, metrics, ...rest }: KeyParts): string {
  const shown = Object.fromEntries(
    Object.entries(metrics).map(([name, { unit, optional }]) => [name, { unit, optional: optional === true }]),
  );
  const sorted = [...variants].sort((a, b) => (a.variant < b.variant ? -1 : 1));
  return createHash('sha256')
    .update(canonical({ METHOD, ...rest, metrics: shown, variants: sorted }))
    .digest('hex');
}

/** Absolute path and SHA-256 in hexadecimal. */
export interface HashedFile {
  file: string;
  sha256: string;
}

/** Reads each file, and follows each program's imports, once: many cells share them. */
export interface ProgramFiles {
  /** The program, then what it imports. */
  hashed(program: string, installation: Installation): Promise<HashedFile[]>;
}

export function createProgramFiles(): ProgramFiles {
  const known = new Map<string, string>();
  const imported = new Map<string, Promise<string[]>>();
  const hash = (file: string): string => {
    const text = known.get(file) ?? createHash('sha256').update(readFileSync(file)).digest('hex');
    known.set(file, text);
    return text;
  };
  return {
    hashed: async (program, { info, imports }) => {
      const place = `${info.id} ${program}`;
      const following = imported.get(place) ?? imports(program);
      imported.set(place, following);
      return [program, ...(await following)].map((file) => ({ file, sha256: hash(file) }));
    },
  };
}
