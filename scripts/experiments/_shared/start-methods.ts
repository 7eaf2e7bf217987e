/** Python's own ways to start a process, beside the runtime's default: the full profile measures each. */
import type { ExperimentVariant } from '../../harness/definition/experiment.ts';

const python = (method: string, label: string): ExperimentVariant => ({
  label,
  kind: 'process',
  args: [method],
  languages: ['python'],
  quick: false,
});

export const pythonStartMethods: Record<string, ExperimentVariant> = {
  'process.fork': python('fork', 'fork'),
  'process.spawn': python('spawn', 'spawn'),
  'process.forkserver': python('forkserver', 'fork server'),
};
