/** Everything the pages are made from is read once before anything is measured or rendered: a fault in it is one error. */
import * as evidence from '../../src/evidence/load.ts';
import { forgetKept } from '../../src/evidence/once.ts';
import { readLedger } from '../harness/definition/read-ledger.ts';

/** @throws Error naming the file that can't be used, what was expected in it and what was found */
export async function checkEvidence(): Promise<void> {
  // With names: pages read the ledger again, and can rely on what was found here.
  await readLedger();
  for (const [name, load] of Object.entries(evidence)) {
    if (name.startsWith('load')) (load as () => unknown)();
  }
  // Measuring and baking follow, and pages are made from what is there then.
  forgetKept();
}
