// One clock for all threads and processes of a program.

/** The time in ms, on a clock that is the same in every process of the machine and that nobody sets. */
const monotonic = () => Number(process.hrtime.bigint()) / 1e6;

/** A browser has none. Its frames tell the time since 1970, which a clock that is set meanwhile makes jump. */
const sinceEpoch = () => performance.timeOrigin + performance.now();

export const now = typeof process === 'undefined' ? sinceEpoch : monotonic;
