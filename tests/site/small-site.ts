/**
 * The project with a few pages of its own and with the results a test gives it, in a folder under `.cache/`, so that it
 * can be built in seconds by the same command. It lies in the project for Astro to find node_modules above it.
 */
import { spawn } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const PARTS = ['src', 'scripts', 'public', 'astro.config.mjs', 'content.config.ts', 'package.json', 'tsconfig.json'];

interface SmallSite {
  /** Writes a file; `path` from its root. */
  write(path: string, text: string): void;
  read(path: string): string;
  removeFile(path: string): void;
  /** `npm run build -- --no-measure`, its exit code and all that it said. */
  build(): Promise<{ code: number | null; said: string }>;
  /** Every file of its `dist/`, by path: the bytes in base64. */
  dist(): Record<string, string>;
  remove(): void;
}

/** A page with frontmatter that the schema accepts. */
export const page = (title: string, kind: string, text: string): string =>
  `---\ntitle: ${title}\ndescription: A page of a small site, built by a test.\nkind: ${kind}\n---\n\n${text}\n`;

export function createSmallSite(): SmallSite {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache/small-site-'));
  for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const file of globSync('content/*.yaml', { cwd: root })) write(file, readFileSync(join(root, file), 'utf8'));
  write('content/docs/index.mdx', page('Home', 'home', 'Nothing but words.'));
  const { RESULTS_FOLDER: _, ...env } = process.env;
  return {
    write,
    removeFile: (path) => rmSync(join(folder, path), { recursive: true }),
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    build: () =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, ['scripts/run.mjs', 'build', '--no-measure'], { cwd: folder, env });
        let said = '';
        for (const stream of [child.stdout, child.stderr]) {
          stream.on('data', (chunk: Buffer) => {
            said += chunk;
          });
        }
        child.once('error', reject).once('close', (code) => resolve({ code, said }));
      }),
    dist: () => {
      const files = globSync('dist/**', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
      const paths = files.map((entry) => join(entry.parentPath, entry.name));
      return Object.fromEntries(paths.map((path) => [path.slice(folder.length), readFileSync(path, 'base64')]));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
