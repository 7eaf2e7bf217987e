/** Turns a run into a file for the project, with a name of its own, that can be added by a pull request. */
import type { Results } from '../measurement/results.ts';

/** The folder for such files, from the repository's root. */
export const CONTRIBUTED = 'content/results/contributed';

/** A user agent lists its own name before the browsers that it is compatible with. */
const BROWSERS: readonly [name: string, mark: RegExp][] = [
  ['Edge', /Edg\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+)[.\d]* .*Safari\//],
];

/** `Firefox 140`; an unknown browser is called `a browser`. */
export function browserName(userAgent: string): string {
  const [found] = BROWSERS.flatMap(([name, mark]) => {
    const version = mark.exec(userAgent)?.[1];
    return version === undefined ? [] : [`${name} ${version}`];
  });
  return found ?? 'a browser';
}

export interface Contribution {
  /** Of the file: experiment, browser and moment, in letters that every file system takes. */
  name: string;
  text: string;
}

/** @param results of one run in this browser */
export function contributionOf(results: Results): Contribution {
  const { machine, cells, sessions } = results;
  const browser = browserName(machine.cpu);
  const moment = (sessions[0]?.date ?? '').replace(/\D/g, '').slice(0, 14);
  const id = `${browser.replace(/\W+/g, '-').toLowerCase()}-${moment}`;
  const label = `${browser} on ${machine.os}, ${machine.cores} logical processors`;
  const named: Results = { ...results, machine: { ...machine, id, label } };
  return { name: `${cells[0]?.experiment}-${id}.json`, text: `${JSON.stringify(named, null, 1)}\n` };
}
