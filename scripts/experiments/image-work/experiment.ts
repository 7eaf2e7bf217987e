import { defineExperiment } from '../../harness/definition/experiment.ts';

const plain = ['sequential', 'thread', 'thread.shared-memory', 'process', 'process.shared-memory'];
const library = ['sequential.c-library', 'thread.c-library', 'process.c-library'];
const inPython = { languages: ['python'], quick: false };
const pillow = { languages: ['python'], needs: 'pillow', quick: false };
const inNode = { languages: ['node'], quick: false };

export default defineExperiment({
  title: 'Image processing',
  question: 'Is a picture blurred sooner by threads or by processes, once the copying of its pixels is counted?',
  order: 10,
  axis: { label: 'workers that share the picture', unit: 'count', log: false },
  metrics: {
    wall: { label: 'Time for the whole picture, workers already started', unit: 'ms', better: 'lower' },
    copy: { label: 'Of it, before the first worker begins and after the last one ends', unit: 'ms', better: 'lower' },
    'wall-with-start': {
      label: 'Time for the whole picture, with start and end of the workers',
      unit: 'ms',
      better: 'lower',
    },
    checksum: { label: 'Checksum of the blurred picture', unit: 'count', better: 'neither', result: true },
  },
  cases: {
    'workers-1': { label: '1 worker', args: ['1'], x: 1, variants: plain },
    'workers-2': { label: '2 workers', args: ['2'], x: 2, quick: true, variants: [...plain, 'interpreter'] },
    'workers-4': { label: '4 workers', args: ['4'], x: 4, variants: plain },
    small: { label: '2 workers, a picture 96 pixels wide', args: ['2', '96'], variants: plain },
    library: {
      label: '2 workers, the blur done by a library in C, 2400 pixels wide',
      args: ['2', '2400'],
      runtimes: ['cpython', 'cpython-ft'],
      variants: library,
    },
    photograph: {
      label: '2 workers, 12 photographs blurred by sharp or Pillow',
      args: ['2', '12'],
      runtimes: ['node', 'cpython', 'cpython-ft'],
      variants: [
        'sequential.sharp',
        'event-loop.sharp',
        'thread.sharp',
        'process.sharp',
        'sequential.pillow',
        'thread.pillow',
        'process.pillow',
      ],
    },
  },
  variants: {
    sequential: { label: 'in sequence', kind: 'sequential' },
    thread: { label: 'threads', kind: 'thread' },
    'thread.shared-memory': { label: 'threads, pixels shared', kind: 'thread', languages: ['node'], quick: false },
    process: { label: 'processes, pixels copied', kind: 'process' },
    'process.shared-memory': {
      label: 'processes, pixels shared',
      kind: 'process',
      languages: ['python', 'c'],
      quick: false,
    },
    interpreter: {
      label: 'sub-interpreters, pixels copied',
      kind: 'interpreter',
      needs: 'sub-interpreters',
      ...inPython,
    },
    'sequential.c-library': { label: 'library in C, in sequence', kind: 'sequential', ...inPython },
    'thread.c-library': { label: 'library in C, threads', kind: 'thread', ...inPython },
    'sequential.pillow': { label: 'Pillow, in sequence', kind: 'sequential', ...pillow },
    'thread.pillow': { label: 'Pillow, threads', kind: 'thread', ...pillow },
    'process.pillow': { label: 'Pillow, processes', kind: 'process', ...pillow },
    'sequential.sharp': { label: 'sharp, in sequence', kind: 'sequential', ...inNode },
    'event-loop.sharp': { label: 'sharp, all at once from one thread', kind: 'event-loop', ...inNode },
    'thread.sharp': { label: 'sharp, worker threads', kind: 'thread', ...inNode },
    'process.sharp': { label: 'sharp, child processes', kind: 'process', ...inNode },
    'process.c-library': { label: 'library in C, processes, pixels copied', kind: 'process', ...inPython },
  },
  pinning: 'core-each',
  parallel: true,
  timeLimit: 30,
  rounds: 'close-ratios',
});
