// One task: so many steps of a pseudo-random sequence. Runs the same in Node.js and in a browser.
// Plain JavaScript: what a start costs is then the worker's, and not the stripping of types.

/** @param {number} steps */
export function task(steps) {
  const now = () => performance.timeOrigin + performance.now();
  const began = now();
  let number = 1;
  for (let step = 0; step < steps; step++) number = (Math.imul(number, 1103515245) + 12345) & 0x7fffffff;
  return { number, began, ended: now() };
}
