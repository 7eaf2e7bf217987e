/** Where a calibration is kept, and what it is a calibration of. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { CALIBRATION_SCHEMA, type Calibration, parseCalibration } from '../../../src/measurement/calibration.ts';
import { MARGIN, VERDICT_ROUNDS } from '../../../src/measurement/limits.ts';
import { MalformedFile } from '../../../src/measurement/malformed.ts';
import type { Machine, RuntimeInfo } from '../../../src/measurement/results.ts';
import type { Installation } from '../../runtimes/runtime.ts';
import type { Effects } from '../effects.ts';
import { InputError } from '../input-error.ts';
import { describeMachine } from '../machine/describe-machine.ts';
import { CALIBRATION_PROGRAM } from './calibration-trial.ts';

/**
 * Opens the calibration in `file` to continue it, or begins one.
 *
 * @param replace whether one of another machine, runtime or program may give way
 * @throws InputError when there is one, and it may not
 */
export function openCalibration(
  file: string,
  effects: Effects,
  installation: Installation,
  exact: boolean,
  seed: number,
  replace: boolean,
): Calibration {
  const machine = describeMachine(effects.readText);
  const parts = [
    readFileSync(CALIBRATION_PROGRAM, 'utf8'),
    installation.info,
    machine.id,
    machine.kernel,
    exact,
    VERDICT_ROUNDS,
    MARGIN,
  ];
  const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  if (existsSync(file)) {
    const known = readCalibration(file);
    if (known.key === key) return known;
    if (!replace) throw new InputError(whyAnother(file, known, machine, installation.info));
  }
  const date = new Date(effects.now()).toISOString();
  const { info: runtime } = installation;
  const fixed = { schema: CALIBRATION_SCHEMA, rounds: VERDICT_ROUNDS, margin: MARGIN } as const;
  return { ...fixed, machine, runtime, key, date, seed, exact, trials: [], overhead: [] };
}

/** What a file is a calibration of, if not of what is here. */
function whyAnother(file: string, known: Calibration, machine: Machine, runtime: RuntimeInfo): string {
  const [expected, found] =
    known.machine.id !== machine.id
      ? [`one of this machine, ${machine.label}`, known.machine.label]
      : known.runtime.version !== runtime.version
        ? [`one of ${runtime.label}`, known.runtime.label]
        : ['one of the program, rules and kernel of today', 'others'];
  return `${file}: expected ${expected}, found ${found}. Keep a new one elsewhere with --file <path>, or replace it with --replace.`;
}

/** @throws InputError when the file is not a calibration */
function readCalibration(file: string): Calibration {
  try {
    return parseCalibration(readFileSync(file, 'utf8'), file);
  } catch (error) {
    throw error instanceof MalformedFile ? new InputError(error.message) : error;
  }
}
