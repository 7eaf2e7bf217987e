/** Python programs: their imports within the project, compiled ahead so that no measured run pays for it. */
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { followImports } from './follow-imports.ts';

const run = promisify(execFile);

/** `import a, b as c` and `from a import b`, wherever they stand. */
const IMPORT = /^[ \t]*(?:import[ \t]+([^\n#]+)|from[ \t]+([\w.]+)[ \t]+import\b)/gm;
/** A path to another program, as it is given to subprocess, or to the source of a library in C. */
const PATH = /['"]([\w./-]+\.(?:py|c))['"]/g;

/** Absolute paths that a program's text may refer to beside itself. Exported for its test. */
export function mentionedFiles(source: string, file: string): string[] {
  const modules = [...source.matchAll(IMPORT)].flatMap(([, list, from]) =>
    from ? [from] : (list ?? '').split(',').map((item) => item.trim().split(/\s/)[0] ?? ''),
  );
  const files = modules.filter(Boolean).map((module) => `${module.replace(/^\.+/, '').replaceAll('.', '/')}.py`);
  const paths = [...source.matchAll(PATH)].map(([, path = '']) => path);
  return [...files, ...paths].map((path) => join(dirname(file), path));
}

export const pythonImports = (program: string): Promise<string[]> => followImports(program, mentionedFiles);

/** The program itself is compiled without being written: Python never caches what it runs as a script. */
const COMPILE = `
import py_compile, sys
with open(sys.argv[1], 'rb') as file:
    compile(file.read(), sys.argv[1], 'exec')
for name in sys.argv[2:]:
    if name.endswith('.py'):
        py_compile.compile(name, doraise=True)
`;

/** ms; a hundredth of a second where nothing else runs. */
const PATIENCE = 60_000;

const compiled = new Map<string, Promise<string>>();

/** Returns `program` once it and its imports are compiled by `executable`. Throws an Error with the SyntaxError's text. */
export async function compileAhead(executable: string, program: string): Promise<string> {
  const files = [program, ...(await pythonImports(program))];
  const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
  const key = JSON.stringify([executable, files, times]);
  const done =
    compiled.get(key) ??
    run(executable, ['-I', '-S', '-c', COMPILE, ...files], { timeout: PATIENCE }).then(
      () => program,
      (error: { stderr?: string; killed?: boolean }) => {
        if (error.killed) throw new Error(`${program} was not compiled within ${PATIENCE / 1000} s`);
        throw new Error(`${program} does not compile: ${(error.stderr?.trim() || String(error)).slice(-1500)}`);
      },
    );
  compiled.set(key, done);
  return done;
}
