/**
 * Every number that decides what counts as a difference, a verdict or a calm machine. Set before anything was measured; each
 * stands here alone. What a page says about the rules takes them from here.
 */

/** Two figures count as the same up to this ratio, where a comparison does not say otherwise. */
export const MARGIN = 1.1;

/** Chance that one interval misses the true ratio, on both sides together. */
export const MISRATE = 0.001;

/**
 * Fewest rounds a verdict may rest on. At eleven the interval is the whole range of the sample, so that one wild round
 * silences everything; at fifteen its ends are the seventh smallest and largest of the pairwise means.
 */
export const VERDICT_ROUNDS = 15;

/** Cores together must do at least this share of what each does alone. */
export const CAPACITY_LIMIT = 0.8;

/**
 * Per cent of time in which some task waited for a CPU while nothing of ours ran. A tenth: with every CPU taken that
 * often, our programs would share theirs.
 */
export const PRESSURE_LIMIT = 10;

/**
 * Share of the machine's CPU time that others used while a cell was measured. Random order and pairing stand a busy half of the
 * machine; where cores must run side by side, a sixth of it already changes the result.
 */
export const LOAD_LIMIT = 0.5;
export const LOAD_LIMIT_PARALLEL = 0.15;

/** The same share in a calibration's trial that counts as quiet. */
export const QUIET = 0.05;

/** Share of the machine's time that the hypervisor gave to somebody else. */
export const STEAL_LIMIT = 0.1;

/** Load average ÷ cores before the first program: the substitute where there is no /proc. */
export const LOAD_AVERAGE_LIMIT = 0.7;

/** Share of a quota's periods in which it may run out: paired rounds stand one in twenty. */
export const THROTTLING_LIMIT = 0.05;

/**
 * Ratio by which a machine's speed may move within a session. Clocks that follow the temperature move by less, and a machine
 * that was taken for another moves by more (two hosts of one name ran the same program in 108 and in 403 ms).
 */
export const MOST_MOVED = 1.25;
