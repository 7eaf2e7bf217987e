/** `npm run bake`: makes the sandbox of every experiment that has Node.js programs. */
import { bakeAll } from './sandbox/bake-all.ts';

try {
  console.log(`Sandboxes: ${(await bakeAll()).join(', ')}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
