/**
 * The reader's samples over the recorded median, one row for each variant, on one axis from zero. Positions in percent:
 * any width fits.
 */
import { valueAxis } from '../charts/axis.ts';
import { median } from '../measurement/statistics.ts';
import { formatValue } from '../measurement/units.ts';
import type { Unit, VariantKind } from '../measurement/vocabulary.ts';

export interface SamplesRow {
  label: string;
  kind: VariantKind;
  samples: readonly number[];
  /** Median on the recorded machine. */
  recorded: number | undefined;
}

const ROW = 46;
const SVG = 'http://www.w3.org/2000/svg';

function element(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/** The least round number that leaves room for `most`; half of it is round too. */
export function axisEnd(most: number): number {
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 3, 4, 5, 6, 8].find((step) => step * power >= most) ?? 10) * power;
}

export function samplesChart(metric: string, unit: Unit, rows: readonly SamplesRow[]): SVGElement {
  const values = rows.flatMap(({ samples, recorded }) => [...samples, recorded ?? 0]);
  const axis = valueAxis(values, unit, metric, false);
  const end = axisEnd(axis.scale(Math.max(...values)));
  const at = (value: number) => `${Math.round((axis.scale(value) / end) * 10_000) / 100}%`;
  const height = rows.length * ROW + 24;
  const svg = element('svg', { class: 'samples', width: '100%', height, role: 'img' });
  svg.append(element('title', {}, `${metric}: your samples, your medians, and the recorded medians`));
  svg.append(element('desc', {}, rows.map((row) => describe(row, unit)).join(' ')));
  for (const [index, { label, kind, samples, recorded }] of rows.entries()) {
    const y = index * ROW + 30;
    const group = element('g', { class: kind });
    group.append(element('text', { class: 'name', x: 0, y: y - 14 }, label));
    group.append(element('line', { class: 'zero', x1: '0%', x2: '100%', y1: y + 9, y2: y + 9 }));
    for (const sample of samples) group.append(element('circle', { class: 'sample', cx: at(sample), cy: y, r: 4 }));
    if (samples.length > 0) {
      const middle = at(median(samples));
      group.append(element('line', { class: 'median', x1: middle, x2: middle, y1: y - 8, y2: y + 8 }));
    }
    if (recorded !== undefined) {
      group.append(element('line', { class: 'recorded', x1: at(recorded), x2: at(recorded), y1: y - 10, y2: y + 12 }));
    }
    svg.append(group);
  }
  const foot = height - 4;
  svg.append(element('text', { class: 'axis', x: '0%', y: foot }, '0'));
  const tick = (share: number, anchor: string) =>
    element(
      'text',
      { class: 'axis', x: `${100 * share}%`, y: foot, 'text-anchor': anchor },
      formatValue(share * end, axis.unit),
    );
  svg.append(tick(0.5, 'middle'), tick(1, 'end'));
  return svg;
}

function describe({ label, samples, recorded }: SamplesRow, unit: Unit): string {
  const yours = samples.length > 0 ? `${formatValue(median(samples), unit)} here` : 'not measured here';
  const theirs = recorded === undefined ? '' : `, ${formatValue(recorded, unit)} recorded`;
  return `${label}: ${yours}${theirs}.`;
}
