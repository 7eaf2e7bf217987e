/**
 * Reads everything that pages are made from before anything is measured or rendered, so that a fault in it is one
 * error.
 */
import * as evidence from '../../src/evidence/load.ts';
import { keep } from '../../src/evidence/once.ts';
import { readLedger } from '../harness/definition/read-ledger.ts';

/** @throws Error naming the file that can't be used, what was expected in it and what was found */
export async function checkEvidence(): Promise<void> {
  // With its names checked, which the pages rely on.
  keep('ledger', await readLedger());
  for (const [name, load] of Object.entries(evidence)) {
    if (name.startsWith('load')) (load as () => unknown)();
  }
}
