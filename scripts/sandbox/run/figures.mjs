// Medians, ratios and their spread, and how they are printed.

/** The figures `name = number` that a program printed, by name. */
export function figuresOf(output) {
  const lines = output.matchAll(/^([a-z][a-z0-9.-]*) = (-?[\d.]+(?:e[+-]?\d+)?)(?: \S+)?$/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name, Number(value)]));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Three significant digits: 0.00123, 12.3, 1,230. */
const digits = (value) =>
  Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));

/** `12.3 ms (11.9 to 14)`: the median, then the smallest and the largest. */
export function spread(values, unit) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = values.length > 1 && least !== most ? ` (${digits(least)} to ${digits(most)})` : '';
  return `${digits(median(values))}${unit === 'count' ? '' : ` ${unit}`}${range}`;
}

/**
 * How many times as much as the other, from rounds in which both ran: one ratio per round, because what disturbs a
 * round disturbs both. Undefined where a ratio says nothing.
 */
export function ratio(values, others) {
  const ratios = values.map((value, round) => value / others[round]).filter((one) => Number.isFinite(one) && one > 0);
  if (ratios.length === 0 || ratios.length < values.length) return undefined;
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}

/** `2.5 × thread (2.3 to 2.8)`, and what a spread round 1 means. */
export function ratioInWords({ median: middle, least, most }, name, rounds) {
  const apart = least > 1 || most < 1;
  const verdict = rounds < 2 ? 'one round says little' : apart ? '' : 'these rounds cannot tell them apart';
  return `${digits(middle)} × ${name} (${digits(least)} to ${digits(most)})${verdict && `: ${verdict}`}`;
}
