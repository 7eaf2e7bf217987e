import { defineExperiment } from '../../harness/definition/experiment.ts';

export default defineExperiment({
  title: 'Anatomy',
  question: 'Two workers of one program: what does each have to itself, and who sees a write?',
  order: 1,
  home: true,
  metrics: {
    programs: { label: 'Different programs, by the hash of what was started', unit: 'count', better: 'neither' },
    pids: { label: 'Different process ids', unit: 'count', better: 'neither' },
    threads: { label: 'Different thread ids of the operating system', unit: 'count', better: 'neither' },
    written: { label: 'The writer reads what it has written', unit: 'count', better: 'neither', result: true },
    seen: { label: "The other worker's write was seen", unit: 'count', better: 'neither' },
    'seen-plain': {
      label: "The other worker's write to a plain variable was seen",
      unit: 'count',
      better: 'neither',
      optional: true,
    },
    hashes: {
      label: "Different hashes of the program's file: before, while and after it ran twice",
      unit: 'count',
      better: 'neither',
      optional: true,
    },
    'at-rest': {
      label: 'Processes that ran the file before the first start or after the last end',
      unit: 'count',
      better: 'neither',
      optional: true,
    },
    'at-work': {
      label: 'Processes that ran the file between the starts and the ends',
      unit: 'count',
      better: 'neither',
      optional: true,
    },
  },
  cases: { default: { label: 'two workers, one write', args: [], quick: true } },
  variants: {
    thread: { label: 'thread', kind: 'thread' },
    process: { label: 'process', kind: 'process' },
    interpreter: { label: 'sub-interpreter', kind: 'interpreter', languages: ['python'], needs: 'sub-interpreters' },
  },
  pinning: 'free',
  timeLimit: 15,
  rounds: 'facts',
});
