// Runs every program of this experiment and prints what they found. Written for Node.js 18 and later, no dependencies.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

const { title, runs } = JSON.parse(readFileSync(new URL('./experiment.json', import.meta.url), 'utf8'));
const emulated = 'webcontainer' in process.versions;
const cores = availableParallelism ? availableParallelism() : cpus().length;

/** Starts one program and gives what it printed and how it ended. */
function run(file, runtimeArgs, args, limit) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...runtimeArgs, file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), limit * 1000);
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ output: error.message, ending: 'did not start' }));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ output, ending: signal ?? `code ${code}` });
    });
  });
}

/** The lines `name = number unit` of a program's output. */
function figures(output) {
  return [...output.matchAll(/^([a-z][a-z0-9.-]*) = (-?[\d.]+(?:e[+-]?\d+)?)(?: (\S+))?$/gm)].map(
    ([, name, value, unit = '']) => `${name} ${value}${unit && ` ${unit}`}`,
  );
}

console.log(`${title}: Node.js ${process.version} on ${process.platform}, ${cores} cores, process ${process.pid}`);
console.log(
  emulated
    ? 'This is a WebContainer: its processes are emulated over Web Workers. Read the code, not the figures.\n'
    : 'These are real threads and real processes of your operating system.\n',
);

for (const { label, file, runtimeArgs, args, limit } of runs) {
  const { output, ending } = await run(file, runtimeArgs, args, limit);
  const found = figures(output);
  console.log(`${label.padEnd(44)} ended with ${ending}`);
  for (const figure of found) console.log(`    ${figure}`);
  if (found.length === 0) console.log(`    ${output.trim().split('\n').slice(-2).join('\n    ')}`);
}
