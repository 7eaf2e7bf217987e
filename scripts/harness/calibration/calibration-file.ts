/** Where a calibration is kept, and what it is a calibration of. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { CALIBRATION_SCHEMA, type Calibration, parseCalibration } from '../../../src/measurement/calibration.ts';
import { MARGIN, VERDICT_ROUNDS } from '../../../src/measurement/limits.ts';
import { MalformedFile } from '../../../src/measurement/malformed.ts';
import type { Installation } from '../../runtimes/runtime.ts';
import type { Effects } from '../effects.ts';
import { InputError } from '../input-error.ts';
import { describeMachine } from '../machine/describe-machine.ts';
import { CALIBRATION_PROGRAM } from './calibration-trial.ts';

/** Opens the calibration in `file` to continue it, or a new one if `file` holds none with the same key. */
export function openCalibration(
  file: string,
  effects: Effects,
  installation: Installation,
  exact: boolean,
  seed: number,
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
  }
  const date = new Date(effects.now()).toISOString();
  const { info: runtime } = installation;
  const fixed = { schema: CALIBRATION_SCHEMA, rounds: VERDICT_ROUNDS, margin: MARGIN } as const;
  return { ...fixed, machine, runtime, key, date, seed, exact, trials: [], overhead: [] };
}

/** @throws InputError when the file is not a calibration */
function readCalibration(file: string): Calibration {
  try {
    return parseCalibration(readFileSync(file, 'utf8'), file);
  } catch (error) {
    throw error instanceof MalformedFile ? new InputError(error.message) : error;
  }
}
