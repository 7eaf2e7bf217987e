/** Makes a project to download from the programs that a page prints: exactly the files that a reader would type. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { printedPrograms } from '../../src/code/printed-blocks.ts';
import type { Sandbox } from './bake-sandbox.ts';

const isNode = (file: string): boolean => file.endsWith('.mjs');

function readme(title: string, files: readonly string[], hash: string, address: string): string {
  const commands = files.map((file) => `    ${isNode(file) ? 'node' : 'python3'} ${file}`).join('\n');
  return `# ${title}

The programs of the page ${address}, as they are printed there.

${commands}

On Windows type \`python\` or \`py\` for \`python3\`.

Content hash: ${hash}
`;
}

/**
 * @param id name of the sandbox, and of the folder in its zip
 * @param source the page as its author wrote it, frontmatter included
 * @param address of the page, for the README
 * @returns undefined where the page prints no whole program
 */
function bakePage(id: string, source: string, address: string): Sandbox | undefined {
  const [, frontmatter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? [];
  const programs = printedPrograms(body);
  const files = Object.keys(programs);
  if (files.length === 0) return undefined;
  const { title } = parse(frontmatter) as { title: string };
  const hash = createHash('sha256').update(JSON.stringify(programs)).digest('hex');
  const inNode = files.filter(isNode).map((file) => `node ${file}`);
  const project = {
    name: `thread-or-process-${id}`,
    version: '1.0.0',
    private: true,
    type: 'module',
    ...(inNode.length > 0 && { scripts: { start: inNode.join(' && ') }, engines: { node: '>=20' } }),
  };
  return {
    experiment: id,
    title,
    hash,
    files: {
      ...programs,
      'README.md': readme(title, files, hash, address),
      ...(inNode.length > 0 && { 'package.json': `${JSON.stringify(project, null, 2)}\n` }),
    },
  };
}

/** The sandboxes of all pages that print programs, each named after its page: `start-first-two-workers`. */
export function bakePages(root: string, site: string): Sandbox[] {
  const folder = join(root, 'content/docs');
  return globSync('*/*.mdx', { cwd: folder })
    .sort()
    .flatMap((file) => {
      const path = file.replace(/\.mdx$/, '');
      const source = readFileSync(join(folder, file), 'utf8');
      return bakePage(path.replace('/', '-'), source, `${site}/${path}/`) ?? [];
    });
}
