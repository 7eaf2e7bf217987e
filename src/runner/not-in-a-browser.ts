/**
 * Why some experiments have no browser version. For an experiment that is neither here nor has a version, the page says
 * that there is none.
 */
export const NOT_IN_A_BROWSER: Readonly<Record<string, string>> = {
  anatomy: 'a page can see neither process ids nor the operating system’s list of threads.',
  'context-switch': 'a page cannot pin its workers to one core, and its clock is too coarse for a single switch.',
  'io-bound': 'a page cannot read the system’s files, has no local server to wait for, and may open few connections.',
  pools: 'a browser has no pool of workers or of processes to compare.',
  oversubscription: 'a page sees neither the load of the machine nor its switches, and a browser limits its workers.',
  'vanishing-race': 'it compares versions of CPython.',
  'copy-on-write': 'a page cannot fork.',
  'after-the-end': 'a page cannot read the memory of its process.',
  scaling: 'it is about interpreters without a lock; what a browser shares is one array of numbers.',
  'how-many-fit': 'a browser limits its workers, and a page cannot read their memory.',
  'libuv-pool': 'it is about the pool of threads inside Node.js.',
  'spawn-pause': 'a page can start no program.',
};
