/**
 * Every number that decides what counts as a difference, a verdict or a quiet machine. All were chosen before anything was
 * measured. Pages that explain the rules read them from here.
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
 * Per cent of time in which some task waited for a CPU before any program of an experiment ran. Above it, the programs would
 * often share their CPU with others.
 */
export const PRESSURE_LIMIT = 10;

/**
 * Share of the machine's CPU time that others used while a cell was measured. Random order and pairing cope with half
 * of the machine being busy; where cores must run side by side, a sixth already changes the result.
 */
export const LOAD_LIMIT = 0.5;
export const LOAD_LIMIT_PARALLEL = 0.15;

/** The same share in a calibration's trial that counts as quiet. */
export const QUIET = 0.05;

/** Share of the machine's time that the hypervisor gave to somebody else. */
export const STEAL_LIMIT = 0.1;

/** Load average ÷ cores before the first program: used where there is no /proc. */
export const LOAD_AVERAGE_LIMIT = 0.7;

/** Share of a CPU quota's periods that may be throttled: paired rounds cope with one in twenty. */
export const THROTTLING_LIMIT = 0.05;

/**
 * Ratio by which a machine's speed may move within a session. A CPU clock that follows the temperature moves by
 * less; a different host under the same name moves by more (the same program took 108 ms on one and 403 ms on the other).
 */
export const MOST_MOVED = 1.25;
