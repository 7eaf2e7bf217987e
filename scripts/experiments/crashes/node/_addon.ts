// A native addon whose first function writes to address 0: Node.js calls it in whatever thread loads it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOURCE = `
void *napi_register_module_v1(void *environment, void *exports) {
  *(volatile int *)0 = 1;
  return environment == exports ? 0 : exports;
}
`;

/** Path of the addon for this process and its children; ends the program where no C compiler is found. */
export function buildAddon(): string {
  const folder = mkdtempSync(join(tmpdir(), 'faulty-addon-'));
  const file = join(folder, 'faulty.node');
  const built = spawnSync('cc', ['-shared', '-fPIC', '-o', file, '-x', 'c', '-'], { input: SOURCE, encoding: 'utf8' });
  if (built.status === 0 && existsSync('/proc/self/fd')) {
    const open = openSync(file, 'r'); // needs no name any more, which a host that dies could not take away
    rmSync(folder, { recursive: true });
    return `/proc/${process.pid}/fd/${open}`;
  }
  if (built.status === 0) return file;
  console.log(
    `does not apply: no C compiler "cc" that builds an addon here (${built.error?.message ?? built.stderr.trim()})`,
  );
  return process.exit();
}
