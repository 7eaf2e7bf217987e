/** Everything the pages are made from is read once before anything is measured or rendered: a fault in it is one error. */
import {
  loadBibliography,
  loadCalibration,
  loadErrors,
  loadGlossary,
  loadLedger,
  loadPublished,
  loadQuestions,
  loadResults,
} from '../../src/evidence/load.ts';

/** @throws Error naming the file that can't be used, what was expected in it and what was found */
export function checkEvidence(): void {
  const loaders = [
    loadResults,
    loadLedger,
    loadCalibration,
    loadGlossary,
    loadBibliography,
    loadPublished,
    loadErrors,
    loadQuestions,
  ];
  for (const load of loaders) load();
}
