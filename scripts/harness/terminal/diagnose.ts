/** The text of `npm run doctor`: what is found, what works, what limits this machine, what to install. */
import { availableParallelism, loadavg } from 'node:os';
import type { Gate } from '../../../src/measurement/results.ts';
import type { FoundRuntimes, MissingRuntime } from '../../runtimes/runtime.ts';
import { compileLaunch, createLauncher } from '../launch/launcher.ts';
import { startCapacityProbe } from '../machine/capacity-probe.ts';
import { describeMachine } from '../machine/describe-machine.ts';
import { inspectMachine } from '../machine/machine-facts.ts';
import {
  capacityGate,
  cpuGates,
  loadAverageGate,
  pressureGate,
  readCpuTicks,
  readPressure,
  unavailable,
} from '../machine/machine-gates.ts';
import { canPin, measuringCores } from '../machine/pinning.ts';
import type { ReadText } from '../machine/read-text.ts';
import { table } from './table.ts';

/** ms over which the others' load and steal are read. */
const WINDOW = 1000;

/** Takes a reading of every gate that can be read without measuring anything; `control` belongs to a session. */
async function readGates(readText: ReadText, sleep: (ms: number) => Promise<void>): Promise<Gate[]> {
  const before = readCpuTicks(readText);
  await sleep(WINDOW);
  const over = cpuGates(before, readCpuTicks(readText), false);
  const pressure = readPressure(readText);
  const average = loadAverageGate(loadavg()[0] ?? 0, availableParallelism());
  const launcher = await createLauncher();
  const cores = measuringCores(readText);
  const probe = await startCapacityProbe(launcher.pin, cores);
  try {
    return [
      pressure
        ? pressureGate(pressure.average, 'the last ten seconds')
        : unavailable('pressure', 'no /proc/pressure/cpu (kernel without PSI, or a container that hides it)'),
      ...(before ? over : [average, unavailable('steal', 'no /proc/stat')]),
      capacityGate(await probe.read(), cores.length),
    ];
  } finally {
    probe.close();
    await launcher.close();
  }
}

function describeRuntimes({ found, missing }: FoundRuntimes): string {
  const rows = [
    ...found.map(({ info, path }) => [`  ${info.id}`, info.version, path]),
    ...missing.map(({ id, reason }) => [`  ${id}`, 'missing', reason]),
  ];
  const details = found.map(({ info }) =>
    Object.entries(info.details).map(([name, value]) => `      ${name}: ${value}`),
  );
  return table(rows)
    .split('\n')
    .flatMap((row, index) => [row, ...(details[index] ?? [])])
    .join('\n');
}

const describeRemedies = (missing: readonly MissingRuntime[], launch: { reason: string } | null): string[] => [
  ...missing.map(({ label, remedy }) => `  ${label}: ${remedy}`),
  ...(launch ? [`  exact CPU time and context switches: ${launch.reason}`] : []),
];

/** The whole text. Takes two seconds or so and starts a few short processes. */
export async function diagnose(
  runtimes: FoundRuntimes,
  readText: ReadText,
  sleep: (ms: number) => Promise<void>,
): Promise<string> {
  const machine = describeMachine(readText);
  const compiled = await compileLaunch();
  const launch = 'reason' in compiled ? compiled : null;
  const gates = await readGates(readText, sleep);
  const remedies = describeRemedies(runtimes.missing, launch);
  const pins = canPin(launch === null);
  const measuring = [
    [
      '  launcher',
      launch
        ? 'plain: CPU time and context switches are not recorded'
        : 'exact: CPU time, context switches, every descendant ended',
    ],
    ['  pinning', pins ? 'programs can be bound to cores' : 'not possible here: no verdict on context switches'],
  ];
  return [
    `Machine  ${machine.id}`,
    `  ${machine.label}, ${machine.kernel}, ${machine.memory} MiB`,
    table(inspectMachine(readText).map(({ name, value, limit }) => [`  ${name}`, value, limit ?? ''])),
    '',
    'Runtimes',
    describeRuntimes(runtimes),
    '',
    'Measuring',
    table(measuring),
    '',
    'Gates, as they read now',
    table(gates.map(({ gate, outcome, reason }) => [`  ${gate}`, outcome, reason])),
    ...(remedies.length > 0 ? ['', 'What to install', ...remedies] : []),
  ].join('\n');
}
