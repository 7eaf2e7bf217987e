/**
 * For what a program shows by chance only: lost counts, a standstill, two units at once. Where other programs hold the
 * cores, one of two units may be done before the other is let in, and a run shows nothing though the program is right.
 */
/**
 * Beside three busy programs on two cores, two runs of five were seen to show nothing: twenty in a row can't be chance.
 */
const ATTEMPTS = 20;

/**
 * Runs again until a run shows it.
 *
 * @returns that run, or the last one when none did: the test then asserts on it and fails
 */
export async function untilSeen<Seen>(
  run: () => Promise<Seen>,
  shows: (run: Seen) => boolean,
  attempts = ATTEMPTS,
): Promise<Seen> {
  let last = await run();
  for (let attempt = 1; attempt < attempts && !shows(last); attempt++) last = await run();
  return last;
}
