/** Proves that an interpreter does what programs will ask of it, before it is called ready. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StepError } from './step.ts';

const run = promisify(execFile);

/** Every start method, a process of its own, and the C extension modules that programs import. */
const PROGRAM = `
import ctypes, hashlib, multiprocessing, subprocess, sys, zlib
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import shared_memory

def executable():
    return sys.executable

if __name__ == '__main__':
    for method in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context(method)
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            assert pool.submit(executable).result(30) == sys.executable, method
    said = subprocess.run([sys.executable, '-c', 'import sys; print(sys.version)'], capture_output=True, text=True)
    assert said.stdout.strip() == sys.version, said
    if sys.version_info >= (3, 14):
        from concurrent.futures import InterpreterPoolExecutor
        with InterpreterPoolExecutor(1) as pool:
            assert pool.submit(pow, 2, 10).result(30) == 1024
    gil = sys._is_gil_enabled() if hasattr(sys, '_is_gil_enabled') else True
    print(sys.version.split()[0], 'GIL' if gil else 'free-threaded', *multiprocessing.get_all_start_methods())
`;

/** Runs the proof. Returns what it printed: version, GIL or free-threaded, start methods. Throws a `StepError`. */
export async function verifyInterpreter(executable: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cpython-'));
  try {
    const program = join(folder, 'proof.py');
    await writeFile(program, PROGRAM);
    const { stdout } = await run(executable, [program], { timeout: 120_000 });
    return stdout.trim();
  } catch (error) {
    throw new StepError(`${executable} was built but does not work: ${String(error).slice(0, 2000)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
