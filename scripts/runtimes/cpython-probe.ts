/** Runs a CPython and asks what it is. Nothing is concluded from a file's name. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs on any Python 3, so that an old or foreign one answers instead of failing. */
const QUESTIONS = `
import json, os, platform, site, sys, sysconfig
value = lambda name: str(sysconfig.get_config_var(name) or '')
is_gil_enabled = getattr(sys, '_is_gil_enabled', lambda: True)
try:
    import concurrent.interpreters
    interpreters = True
except ImportError:
    interpreters = False
print(json.dumps({
    'executable': os.path.realpath(sys.executable),
    'implementation': platform.python_implementation(),
    'version': platform.python_version(),
    'compiler': platform.python_compiler(),
    'libc': ' '.join(platform.libc_ver()),
    'gilDisabledBuild': value('Py_GIL_DISABLED') == '1',
    'gilEnabled': bool(is_gil_enabled()),
    'interpreters': interpreters,
    'sitePackages': os.pathsep.join(site.getsitepackages()),
    'configArguments': value('CONFIG_ARGS'),
    'compilerFlags': ' '.join([value('OPT'), value('PY_CFLAGS'), value('PY_CORE_CFLAGS')]),
}))
`;

const ANSWERS = {
  executable: 'string',
  implementation: 'string',
  version: 'string',
  compiler: 'string',
  libc: 'string',
  gilDisabledBuild: 'boolean',
  gilEnabled: 'boolean',
  interpreters: 'boolean',
  sitePackages: 'string',
  configArguments: 'string',
  compilerFlags: 'string',
} as const;

export interface Probe {
  /** The real interpreter behind shims, links and virtual environments. */
  executable: string;
  implementation: string;
  /** e.g. `3.14.2`, `3.15.0a1` */
  version: string;
  compiler: string;
  libc: string;
  /** Compiled with `--disable-gil`. */
  gilDisabledBuild: boolean;
  /** Whether the lock is on in a fresh process. */
  gilEnabled: boolean;
  /** Has `concurrent.interpreters`. */
  interpreters: boolean;
  /** Folders in which its packages are installed, separated as on PATH. */
  sitePackages: string;
  configArguments: string;
  compilerFlags: string;
}

/** Checks the shape of what an interpreter printed. Throws an Error saying which answer is not as expected. */
export function readProbe(printed: string): Probe {
  let answers: unknown;
  try {
    answers = JSON.parse(printed);
  } catch {
    throw new Error(`expected one line of JSON, found "${printed.trim().slice(0, 120)}"`);
  }
  for (const [name, type] of Object.entries(ANSWERS)) {
    const answer = (answers as Record<string, unknown> | null)?.[name];
    if (typeof answer !== type) throw new Error(`expected ${name} to be a ${type}, found ${JSON.stringify(answer)}`);
  }
  return answers as Probe;
}

/** ms; an interpreter answers in a tenth of a second, but on a busy machine it may take far longer. */
const PATIENCE = 60_000;

/** Runs `path` and asks. Throws an Error with the reason in words where it does not answer in time. */
export async function probe(path: string): Promise<Probe> {
  try {
    const { stdout } = await run(path, ['-I', '-S', '-c', QUESTIONS], { timeout: PATIENCE });
    return readProbe(stdout);
  } catch (error) {
    const { stderr, killed } = error as { stderr?: string; killed?: boolean };
    if (killed) throw new Error(`${path} did not answer within ${PATIENCE / 1000} s`);
    throw new Error(`${path}: ${(stderr?.trim() || (error as Error).message).slice(-300)}`);
  }
}
