import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installed } from './run-program.ts';

const EXPERIMENTS = join(import.meta.dirname, '..', '..', 'scripts', 'experiments');
const KERNEL = /^static KERNEL [^(]*?(\w+)\(/gm;
const [c] = installed('c');

/** The work of each experiment in C: the functions that its header marks as KERNEL, and the programs that call them. */
const kernels = globSync('*/c/_*.h', { cwd: EXPERIMENTS }).flatMap((header) => {
  const folder = dirname(header);
  const including = globSync(`${folder}/*.c`, { cwd: EXPERIMENTS }).filter(
    (program) =>
      !basename(program).startsWith('_') &&
      readFileSync(join(EXPERIMENTS, program), 'utf8').includes(`"${basename(header)}"`),
  );
  return [...readFileSync(join(EXPERIMENTS, header), 'utf8').matchAll(KERNEL)].map(([, name = '']) => ({
    kernel: `${header}: ${name}`,
    name,
    programs: including,
  }));
});

/** The assembler of one function; labels are numbered anew, as the compiler numbers them through the file. */
function machineCode(program: string, name: string): string | undefined {
  const assembler = execFileSync(c?.path ?? 'cc', ['-O2', '-pthread', '-S', '-o', '-', join(EXPERIMENTS, program)], {
    encoding: 'utf8',
  });
  const lines = assembler.split('\n');
  const start = lines.indexOf(`${name}:`);
  if (start < 0) return undefined; // this program never calls it
  const end = lines.findIndex((line, at) => at > start && /^\s*\.size\s/.test(line));
  const labels = new Map<string, string>();
  return lines
    .slice(start, end)
    .filter((line) => !/^\.?L?F[BE]\d+:|^\s*\.cfi/.test(line.replace('.L', 'L')))
    .join('\n')
    .replace(/\.L\w+/g, (label) => {
      if (!labels.has(label)) labels.set(label, `label-${labels.size + 1}`);
      return labels.get(label) ?? label;
    });
}

it('finds the work of several experiments', () => {
  expect(kernels.length).toBeGreaterThan(4);
});

describe.runIf(c)('C compiles the work alike', () => {
  it.each(kernels)('$kernel', ({ name, programs }) => {
    const codes = programs.map((program) => machineCode(program, name)).filter((code) => code !== undefined);
    expect(codes.length).toBeGreaterThan(1);
    for (const code of codes) expect(code).toBe(codes[0]);
  });
});
