/** Perl: the `perl` on PATH, if it was built with threads. Each of its threads is a copy of the whole interpreter. */
import { execFile } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { findOnPath } from './find-on-path.ts';
import { followImports } from './follow-imports.ts';
import type { FoundRuntimes, RuntimeFamily } from './runtime.ts';

const run = promisify(execFile);
const SHARED = '../../_shared/perl';
/** `use Some::Module`: perhaps a file beside the program or in `_shared/perl/`. */
const USE = /^[ \t]*use[ \t]+([A-Z_][\w:]*)/gm;

/** Everything that changes a figure, one line each. */
const QUESTIONS =
  'print map { "$_\n" } $Config{version}, $Config{useithreads} || "no", @Config{qw(archname gccversion optimize)}';

/** ms; a perl answers in a hundredth of a second, but on a busy machine it may take far longer. */
const PATIENCE = 60_000;

const imports = (program: string): Promise<string[]> =>
  followImports(program, (source, file) =>
    [...source.matchAll(USE)].flatMap(([, module = '']) =>
      ['.', SHARED].map((folder) => join(resolve(dirname(file), folder), `${module.replaceAll('::', '/')}.pm`)),
    ),
  );

async function find(): Promise<FoundRuntimes> {
  const absent = (reason: string, remedy: string): FoundRuntimes => ({
    found: [],
    missing: [{ id: 'perl', label: 'Perl', language: 'perl', reason, remedy }],
  });
  const perl = findOnPath('perl');
  if (!perl) return absent('no "perl" is on PATH', 'Install Perl 5: apt install perl, or dnf install perl.');
  let answers: string[];
  try {
    const { stdout } = await run(perl, ['-MConfig', '-e', QUESTIONS], { timeout: PATIENCE });
    answers = stdout.split('\n');
  } catch (error) {
    return absent(`"perl -MConfig" failed: ${String(error).slice(0, 300)}`, 'Repair or reinstall Perl 5.');
  }
  const [version = '', threads, architecture = '', compiler = '', optimisation = ''] = answers;
  if (threads !== 'define')
    return absent(`this perl, ${version}, was built without threads`, 'Put a perl built with -Dusethreads on PATH.');
  return {
    found: [
      {
        info: {
          id: 'perl',
          label: `Perl ${version}`,
          language: 'perl',
          version,
          details: { threads: 'an interpreter each', architecture, compiler, optimisation },
        },
        path: perl,
        command: (program, { runtimeArgs, args }) => ({
          file: perl,
          argv: [...runtimeArgs, program, ...args],
          env: {},
        }),
        imports,
      },
    ],
    missing: [],
  };
}

const family: RuntimeFamily = { find };
export default family;
