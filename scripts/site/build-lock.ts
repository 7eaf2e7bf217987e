/** Two builds at once would bake and render into the same folders: one at a time. */
import { join } from 'node:path';
import { CommandFailure } from '../command/define-command.ts';
import { takeLock } from '../harness/plan/results-lock.ts';

const place = join(import.meta.dirname, '../../.cache/build');

function lockBuild(): ReturnType<typeof takeLock> {
  try {
    return takeLock(place);
  } catch (error) {
    throw new CommandFailure(
      `Expected a project folder that can be written, found: ${(error as Error).message}. ` +
        'A build writes to .cache/ and dist/: make the folder writable, or build in a copy of it.',
    );
  }
}

/**
 * @returns what `build` returns
 * @throws CommandFailure when another process of this folder is building, or the folder can't be written
 */
export async function whileBuilding<Value>(build: () => Promise<Value>): Promise<Value> {
  const lock = lockBuild();
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
