/**
 * Reads everything that pages are made from before anything is measured or rendered, so that a fault in it is one
 * error.
 */
import * as evidence from '../../src/evidence/load.ts';
import { forgetKept } from '../../src/evidence/once.ts';
import { readLedger } from '../harness/definition/read-ledger.ts';

/** @throws Error naming the file that can't be used, what was expected in it and what was found */
export async function checkEvidence(): Promise<void> {
  // Names are checked too: pages read the ledger again and rely on this check.
  await readLedger();
  for (const [name, load] of Object.entries(evidence)) {
    if (name.startsWith('load')) (load as () => unknown)();
  }
  // Forget what was read: measuring and baking follow, and pages need what is there afterwards.
  forgetKept();
}
