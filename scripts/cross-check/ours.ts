/** This project's figures, from the results files. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EvidenceSource, evidenceFrom, NO_EVIDENCE } from '../../src/measurement/evidence.ts';
import { parseResults } from '../../src/measurement/parse.ts';
import { isAbsence, locate, samplesOf } from '../../src/measurement/readings.ts';
import { median } from '../../src/measurement/statistics.ts';

/** Every results file in `folder`'s `local` and `reference`, this machine's own first. Throws where one is malformed. */
export async function readEvidence(
  folder: string,
  machine: string,
): Promise<{ sources: EvidenceSource[]; files: number }> {
  const places = ['local', 'reference'].map((origin) => join(folder, origin));
  const names = await Promise.all(
    places.map(async (place) => (await readdir(place).catch(() => [])).map((name) => join(place, name))),
  );
  const files = names.flat().filter((name) => name.endsWith('.json'));
  const results = await Promise.all(files.map(async (file) => parseResults(await readFile(file, 'utf8'), file)));
  const sources = results.map((found) => ({
    results: found,
    origin: found.machine.id === machine ? ('local' as const) : ('reference' as const),
  }));
  const ownFirst = sources.sort((a, b) => Number(a.origin === 'reference') - Number(b.origin === 'reference'));
  return { sources: ownFirst.map(evidenceFrom), files: files.length };
}

export interface Place {
  experiment: string;
  runtime: string;
  case: string;
  variant: string;
  metric: string;
}

export interface Ours {
  value: number;
  unit: string;
  /** Where it was measured; absent if on this machine. */
  elsewhere: string | null;
}

/** The median of the samples at `place` from the first file that has it, or in words why there is none. */
export function oursAt(sources: readonly EvidenceSource[], place: Place): Ours | string {
  const { experiment, runtime, case: caseId, variant } = place;
  const holder = sources.find((source) => source.cell(experiment, runtime, caseId));
  const evidence = locate(holder ?? NO_EVIDENCE, experiment, runtime, caseId, [variant]);
  if (isAbsence(evidence)) return evidence.reason;
  const samples = samplesOf(evidence, place.variant, place.metric);
  if (isAbsence(samples)) return samples.reason;
  return {
    value: median(samples),
    unit: evidence.vocabulary?.metrics[place.metric]?.unit ?? '',
    elsewhere: evidence.origin === 'local' ? null : evidence.machine.label,
  };
}
