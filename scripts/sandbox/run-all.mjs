// Runs the programs of this experiment, each once per round in random order, and prints what they found.
// npm start [-- rounds]
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { figuresOf, ratio, ratioInWords, spread } from './run/figures.mjs';
import { describeHost, disturbance, emulated } from './run/host.mjs';

const read = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
const { title, question, metrics, cases, mayDie } = read('./experiment.json');
const needed = read('./package.json').engines.node.replace('>=', '');
if (needed.localeCompare(process.versions.node, 'en', { numeric: true }) > 0) {
  console.error(`expected Node.js ${needed} or later, found ${process.version}; newer ones are at https://nodejs.org/`);
  process.exit(1);
}

/** No round starts after this many seconds. */
const PATIENCE = 60;
const asked = Number(process.argv[2] ?? (mayDie ? 1 : 5));
if (!Number.isInteger(asked) || asked < 1) {
  console.error(`expected a number of rounds, found "${process.argv[2]}"`);
  process.exit(1);
}

/** Starts one program and gives what it printed and how it ended. */
function run({ file, runtimeArgs, args, limit }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...runtimeArgs, file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), limit * 1000);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ output: error.message, ending: 'did not start' }));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ output, ending: signal ?? (code === 0 ? 'well' : `code ${code}`) });
    });
  });
}

/** The same list in random order. */
function shuffled(list) {
  const left = [...list];
  return list.map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0]);
}

const runs = cases.flatMap((one) => one.runs.map((each) => Object.assign(each, { results: [] })));
const disturbed = [];
let rounds = 0;

async function measure() {
  const began = performance.now();
  while (rounds < asked && (rounds === 0 || performance.now() - began < PATIENCE * 1000)) {
    const noise = await disturbance();
    if (noise) disturbed.push(noise);
    for (const one of shuffled(runs)) one.results.push(await run(one));
    rounds++;
  }
}

/** The values of one figure, one per round; undefined where a round lacks it. */
function valuesOf({ results }, metric) {
  const values = results.map(({ output }) => figuresOf(output)[metric]);
  return values.includes(undefined) ? undefined : values;
}

/** A figure of all programs of a case, each beside the first. */
function printMetric(metric, { label, unit, better }, { runs: all }) {
  const found = all.filter((one) => valuesOf(one, metric));
  if (found.length === 0) return;
  const [first] = found;
  const width = Math.max(...all.map((one) => one.label.length));
  console.log(`  ${label} (${metric}${better === 'neither' ? '' : `, ${better} is better`})`);
  for (const one of found) {
    const values = valuesOf(one, metric);
    const comparable = one !== first && better !== 'neither' && unit !== 'count';
    const compared = comparable ? ratio(values, valuesOf(first, metric)) : undefined;
    const words = compared ? `   ${ratioInWords(compared, first.label, rounds)}` : '';
    console.log(`    ${one.label.padEnd(width)}  ${spread(values, unit)}${words}`);
  }
}

/** How the programs of a case ended, where that is what is asked or where one did not end well. */
function printEndings({ runs: all }) {
  for (const { label, results } of all) {
    const endings = [...new Set(results.map(({ ending }) => ending))];
    if (!mayDie && endings.every((ending) => ending === 'well')) continue;
    const last = results.at(-1)?.output.trim().split('\n').at(-1) ?? '';
    console.log(`  ${label} ended ${endings.join(' or ')}${endings[0] === 'well' ? '' : `; its last line: ${last}`}`);
  }
}

console.log(`${title}: ${describeHost()}`);
console.log(`${question}\n`);
console.log(
  emulated
    ? 'This is emulated: StackBlitz runs threads and processes alike as Web Workers. Read the code, not the figures.'
    : 'These are real threads and real processes of your operating system.',
);
await measure();
console.log(`Median of ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, with the smallest and the largest.`);
for (const one of cases) {
  console.log(`\n${one.label}`);
  printEndings(one);
  for (const [metric, words] of Object.entries(metrics)) printMetric(metric, words, one);
}
if (emulated) console.log('\nEmulated: these figures say nothing about threads and processes of an operating system.');
if (disturbed.length > 0) {
  console.log(`\nTHIS MACHINE WAS TOO BUSY before ${disturbed.length} of ${rounds} rounds: ${disturbed[0]}.`);
  console.log('The figures above say little. Close other programs, and try again.');
}
