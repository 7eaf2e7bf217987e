/** Sites of a given number of pages: the project's own, and plain Starlight with the same text. */
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandFailure } from '../command/define-command.ts';

const root = join(import.meta.dirname, '../..');
const PARTS = [
  'src',
  'scripts',
  'public',
  'content',
  'astro.config.mjs',
  'content.config.ts',
  'package.json',
  'tsconfig.json',
];

/** The site's pages, repeated under new names. */
function copies(pages: readonly string[], count: number): { from: string; to: string }[] {
  return Array.from({ length: count }, (_, index) => {
    const from = pages[index % pages.length] ?? '';
    const again = Math.floor(index / pages.length);
    return { from, to: again === 0 ? from : from.replace(/\.mdx?$/, `-${again}$&`) };
  });
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** The project with that many pages: its own, some of them repeated. */
export function writeOwnSite(folder: string, count: number): void {
  rmSync(folder, { recursive: true, force: true });
  for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true });
  const docs = join(root, 'content/docs');
  rmSync(join(folder, 'content/docs'), { recursive: true });
  rmSync(join(folder, 'content/results/local'), { recursive: true, force: true });
  const pages = ['index.mdx', ...globSync('*/*.mdx', { cwd: docs }).sort()];
  for (const { from, to } of copies(pages, count))
    write(join(folder, 'content/docs'), to, readFileSync(join(docs, from), 'utf8'));
}

const CONFIG = `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({ site: 'https://site.test', integrations: [starlight({ title: 'Plain' })] });
`;
const CONTENT_CONFIG = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/**
 * Starlight as it comes, with the same pages in Markdown: their words, tables and programs, without pictures.
 * @param built the project's built site, whose pages lie beside their Markdown
 * @throws CommandFailure where it has none
 */
export function writePlainSite(folder: string, built: string, count: number): void {
  rmSync(folder, { recursive: true, force: true });
  const twins = globSync('**/index.md', { cwd: built }).sort();
  if (twins.length === 0)
    throw new CommandFailure(`Expected pages as Markdown in ${built}, found none. Run "npm run build" first.`);
  write(folder, 'astro.config.mjs', CONFIG);
  write(folder, 'src/content.config.ts', CONTENT_CONFIG);
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // Astro bundles the packages of its kind that it finds named here; Starlight can't be imported unbundled.
  write(folder, 'package.json', JSON.stringify({ name: 'plain', type: 'module', private: true, dependencies }));
  for (const { from, to } of copies(twins, count)) {
    const text = readFileSync(join(built, from), 'utf8');
    const title = /^# (.*)$/m.exec(text)?.[1] ?? 'Page';
    write(
      folder,
      join('src/content/docs', to),
      `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text.replace(/^# .*\n/, '')}`,
    );
  }
}
