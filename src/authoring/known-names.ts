/** Every name a page may use, read from the same files the pages are made of. */
import { basename, join } from 'node:path';
import {
  loadBibliography,
  loadErrors,
  loadGlossary,
  loadLedger,
  loadPublished,
  loadVocabulary,
} from '../evidence/load.ts';
import { filesIn, root } from '../evidence/read-file.ts';

export interface KnownNames {
  components: Map<string, string>;
  claims: Set<string>;
  terms: Set<string>;
  citations: Set<string>;
  published: Set<string>;
  errors: Set<string>;
  runtimes: Set<string>;
  /** Experiment → its cases, metrics and variants. */
  experiments: Map<string, { cases: Set<string>; metrics: Set<string>; variants: Set<string> }>;
}

/** Reads all names once; the caller keeps the answer for the build. */
export function readKnownNames(): KnownNames {
  const { experiments, runtimes } = loadVocabulary();
  return {
    components: new Map(
      filesIn('src/components', '*.astro').map((file) => [basename(file, '.astro'), join(root, file)]),
    ),
    claims: new Set(loadLedger().map((claim) => claim.id)),
    terms: new Set(loadGlossary().map((entry) => entry.id)),
    citations: new Set(loadBibliography().map((entry) => entry.id)),
    published: new Set(loadPublished().map((entry) => entry.id)),
    errors: new Set(loadErrors().map((entry) => entry.id)),
    runtimes: new Set(runtimes),
    experiments: new Map(
      Object.entries(experiments).map(([id, { cases, metrics, variants }]) => [
        id,
        {
          cases: new Set(Object.keys(cases)),
          metrics: new Set(Object.keys(metrics)),
          variants: new Set(Object.keys(variants)),
        },
      ]),
    ),
  };
}
