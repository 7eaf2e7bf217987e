import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installed } from './run-program.ts';

const EXPERIMENTS = join(import.meta.dirname, '..', '..', 'scripts', 'experiments');
const KERNEL = /^static KERNEL [^(]*?(\w+)\(/gm;
const [c] = installed('c');

const textOf = (file: string) => readFileSync(join(EXPERIMENTS, file), 'utf8');

/** Whether a file includes a header, itself or by a header of its own. Both as paths below the experiments' folder. */
function includes(file: string, header: string): boolean {
  const included = [...textOf(file).matchAll(/^#include "([^"]+)"/gm)].map(([, path = '']) =>
    join(dirname(file), path),
  );
  return included.some((one) => one === header || includes(one, header));
}

const programs = globSync('*/c/[!_]*.c', { cwd: EXPERIMENTS });

/** The work in C: the functions that a header marks as KERNEL, and the programs that could call them. */
const kernels = globSync('*/c/*.h', { cwd: EXPERIMENTS }).flatMap((header) =>
  [...textOf(header).matchAll(KERNEL)].map(([, name = '']) => ({
    kernel: `${header}: ${name}`,
    name,
    programs: programs.filter((program) => includes(program, header)),
  })),
);

/** How the compiler aligns one function, and its assembler; labels are numbered anew, as they are numbered through the file. */
function machineCode(program: string, name: string): { alignment: string | undefined; code: string } | undefined {
  const assembler = execFileSync(c?.path ?? 'cc', ['-O2', '-pthread', '-S', '-o', '-', join(EXPERIMENTS, program)], {
    encoding: 'utf8',
  });
  const lines = assembler.split('\n');
  const start = lines.indexOf(`${name}:`);
  if (start < 0) return undefined; // this program never calls it
  const end = lines.findIndex((line, at) => at > start && /^\s*\.size\s/.test(line));
  const labels = new Map<string, string>();
  const alignment = lines.slice(0, start).findLast((line) => /align/.test(line));
  const code = lines
    .slice(start, end)
    .filter((line) => !/^\.?L?F[BE]\d+:|^\s*\.cfi/.test(line.replace('.L', 'L')))
    .join('\n')
    .replace(/\.L\w+/g, (label) => {
      if (!labels.has(label)) labels.set(label, `label-${labels.size + 1}`);
      return labels.get(label) ?? label;
    });
  return { alignment: alignment?.trim().replace(/\s+/g, ' '), code };
}

it('finds the work of several experiments', () => {
  expect(kernels.length).toBeGreaterThan(4);
});

describe.runIf(c)('C compiles the work alike', () => {
  it.each(kernels)('$kernel', ({ name, programs }) => {
    const compiled = programs.map((program) => machineCode(program, name)).filter((one) => one !== undefined);
    expect(compiled.length).toBeGreaterThan(1);
    for (const { alignment, code } of compiled) {
      expect(code).toBe(compiled[0]?.code);
      expect(alignment).toMatch(/^\.(p2align 6|(balign|align) 64)(,|$)/);
    }
  });
});

it('programs of Node.js tell the time of an instant by the clock that all processes share', () => {
  const programs = globSync('*/node/*.{ts,mjs}', { cwd: EXPERIMENTS });
  expect(programs.length).toBeGreaterThan(50);
  expect(programs.filter((file) => file !== '_shared/node/clock.mjs' && textOf(file).includes('timeOrigin'))).toEqual(
    [],
  );
});
