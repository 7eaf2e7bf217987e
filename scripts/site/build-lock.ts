/** Two builds at once would bake and render into the same folders: one at a time. */
import { join } from 'node:path';
import { CommandFailure } from '../command/define-command.ts';
import { takeLock } from '../harness/plan/results-lock.ts';

const place = join(import.meta.dirname, '../../.cache/build');

/**
 * @returns what `build` returns
 * @throws CommandFailure when another process of this folder is building
 */
export async function whileBuilding<Value>(build: () => Promise<Value>): Promise<Value> {
  const lock = takeLock(place);
  if (!('release' in lock)) {
    throw new CommandFailure(
      `Expected no other build of this folder, found one running (process ${lock.owner}). Wait for it and try again.`,
    );
  }
  try {
    return await build();
  } finally {
    lock.release();
  }
}
