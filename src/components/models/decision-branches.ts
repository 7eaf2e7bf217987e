/**
 * The decision guide as data. It holds advice and the claims it rests on, never a figure: the verdicts beside each
 * answer come from the ledger, and an answer whose claims are contradicted is seen to be.
 */
import type { VariantKind } from '../../measurement/results.ts';

interface Answer {
  when: string;
  take: string;
  kind: VariantKind;
  claims: readonly string[];
}

interface Branch {
  question: string;
  answers: readonly Answer[];
}

export const branches: readonly Branch[] = [
  {
    question: 'May a crash of one piece of work take the rest with it?',
    answers: [
      {
        when: 'No: the code is not trusted, or is native',
        take: 'processes',
        kind: 'process',
        claims: ['K4', 'A5', 'X3'],
      },
      { when: 'Yes, or only exceptions are expected', take: 'either: go on', kind: 'sequential', claims: ['K4', 'X3'] },
    ],
  },
  {
    question: 'What does the work do most of its time?',
    answers: [
      {
        when: 'It waits: files, network, other programs',
        take: 'threads, or an event loop',
        kind: 'thread',
        claims: ['A2', 'A3', 'W1'],
      },
      { when: 'It computes', take: 'either: go on', kind: 'sequential', claims: ['A4', 'W3'] },
    ],
  },
  {
    question: 'In which runtime does it compute?',
    answers: [
      {
        when: 'CPython with its lock, in your own Python',
        take: 'processes, or sub-interpreters',
        kind: 'process',
        claims: ['K5', 'A6', 'X1', 'W3'],
      },
      {
        when: 'CPython, in a library that releases the lock, or a free-threaded build',
        take: 'threads',
        kind: 'thread',
        claims: ['X1', 'K5'],
      },
      { when: 'Node.js, C or another without such a lock', take: 'threads', kind: 'thread', claims: ['X1', 'A4'] },
    ],
  },
  {
    question: 'How much do the workers share?',
    answers: [
      { when: 'Large data, read or written by all', take: 'threads', kind: 'thread', claims: ['K3', 'X5', 'K2'] },
      { when: 'Small messages, now and then', take: 'either: go on', kind: 'sequential', claims: ['K2', 'X5'] },
      {
        when: 'Nothing; mistakes in sharing would be costly',
        take: 'processes',
        kind: 'process',
        claims: ['X2', 'K1'],
      },
    ],
  },
  {
    question: 'How many workers, and how long does each live?',
    answers: [
      { when: 'Many, or short-lived', take: 'threads, or a pool', kind: 'thread', claims: ['X6', 'K6', 'X4', 'A1'] },
      {
        when: 'One for each core, for a long time',
        take: 'processes cost little here',
        kind: 'process',
        claims: ['X4', 'K6', 'W4'],
      },
    ],
  },
];
