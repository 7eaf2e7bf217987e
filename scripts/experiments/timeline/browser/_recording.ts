// A unit records when it ran, as node/_recording.ts does: it looks at the clock after each small piece of work, and a jump
// means that it was switched out. A browser does not tell the core.

const JUMP = 0.1; // ms

/** Milliseconds since 1970, a clock that all units share. */
const milliseconds = () => performance.timeOrigin + performance.now();

function work() {
  let sum = 0;
  for (let i = 0; i < 5000; i++) sum += i % 7;
  return sum;
}

export function recordWork(duration: number): { start: number; end: number }[] {
  const slices: { start: number; end: number }[] = [];
  const look = () => {
    const now = milliseconds();
    const last = slices.at(-1);
    if (last !== undefined && now - last.end < JUMP) last.end = now;
    else slices.push({ start: now, end: now });
    return now;
  };
  const until = look() + duration;
  while (look() < until) work();
  return slices;
}
