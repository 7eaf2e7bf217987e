/** Node.js: the very one that runs this, which the lockfile pins. */
import { dirname, resolve } from 'node:path';
import { followImports } from './follow-imports.ts';
import type { Installation, RuntimeFamily } from './runtime.ts';

/** A quoted path that starts with a dot: an import, `new Worker(new URL('./_child.ts', …))`, `fork('./_child.ts')`. */
const RELATIVE = /['"`](\.{1,2}\/[^'"`\n]+)['"`]/g;

const installation: Installation = {
  info: {
    id: 'node',
    label: `Node.js ${process.versions.node}`,
    language: 'node',
    version: process.versions.node,
    details: { V8: process.versions.v8, libuv: process.versions.uv, arch: process.arch, modules: 'ESM' },
  },
  path: process.execPath,
  command: (program, { runtimeArgs, args }) => ({
    file: process.execPath,
    argv: [...runtimeArgs, program, ...args],
    env: {},
  }),
  imports: (program) =>
    followImports(program, (source, file) =>
      [...source.matchAll(RELATIVE)].map(([, path = '']) => resolve(dirname(file), path)),
    ),
};

const node: RuntimeFamily = {
  language: 'node',
  extension: '.ts',
  find: async () => ({ found: [installation], missing: [] }),
};
export default node;
