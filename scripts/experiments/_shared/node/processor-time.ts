/** Processor time that this thread has had, in ms. Before Node.js 24, which can't tell, the time that has passed. */
export function processorTime(): number {
  if (typeof process.threadCpuUsage !== 'function') return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
