/** Swim lanes of recorded runs: who ran, when, on which core, who waited. One time axis for all groups. */
import type { Slice } from '../measurement/results.ts';
import { formatValue } from '../measurement/units.ts';
import type { VariantKind } from '../measurement/vocabulary.ts';
import { escapeText } from '../text/escape-text.ts';

/** One run: thread or process, or the same on another runtime. */
export interface TimelineGroup {
  label: string;
  kind: VariantKind;
  slices: readonly Slice[];
  /** True where a lock lets only one unit run at a time: its hand-overs are drawn. */
  handOvers: boolean;
}

/** Height of a lane and of its bars, px. `timeline.css` has the same heights for the names. */
interface LaneSize {
  lane: number;
  bar: number;
}
const ROOMY: LaneSize = { lane: 26, bar: 16 };
const DENSE: LaneSize = { lane: 9, bar: 6 };

/** From this many lanes on a group is drawn dense: so many are looked at for their shape, not one by one. */
const DENSE_FROM = 16;

/** Whether these are so many lanes that only some of their names have room. */
export function isDense(lanes: readonly Lane[]): boolean {
  return lanes.length >= DENSE_FROM;
}

/** Above this many slices of one lane, neighbours closer than this share of the axis are drawn as one. */
const FINEST = 1 / 6000;

export interface Lane {
  unit: string;
  slices: Slice[];
}

/** Units in order of their first slice. */
export function lanesOf(slices: readonly Slice[]): Lane[] {
  return [...Map.groupBy(slices, ({ unit }) => unit)].map(([unit, own]) => ({
    unit,
    slices: [...own].sort((a, b) => a.start - b.start),
  }));
}

export function lastInstant(groups: readonly TimelineGroup[]): number {
  return Math.max(...groups.flatMap(({ slices }) => slices.map(({ end }) => end)), 0);
}

/** Joins neighbouring slices of one state and core whose gap can't be seen. Nothing visible is lost. */
function visible(slices: readonly Slice[], end: number): Slice[] {
  const joined: Slice[] = [];
  for (const slice of slices) {
    const last = joined.at(-1);
    if (last && last.state === slice.state && last.core === slice.core && slice.start - last.end < end * FINEST) {
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, slice.end) };
    } else joined.push(slice);
  }
  return joined;
}

/** A moment at which one unit's running ends and another's begins. */
export interface HandOver {
  at: number;
  from: number;
  to: number;
}

/** Consecutive running slices of different units that do not overlap. @param lanes their index is `from` and `to` */
export function handOversOf(lanes: readonly Lane[]): HandOver[] {
  const runs = lanes
    .flatMap(({ slices }, lane) => slices.filter(({ state }) => state === 'run').map((slice) => ({ ...slice, lane })))
    .sort((a, b) => a.start - b.start);
  return runs.flatMap((run, index): HandOver[] => {
    const before = runs[index - 1];
    if (!before || before.lane === run.lane || before.end > run.start) return [];
    return [{ at: run.start, from: before.lane, to: run.lane }];
  });
}

const percent = (value: number, end: number) => `${Math.round((value / end) * 100_000) / 1000}%`;

/** The lanes of one group: positions along time in percent, so that the drawing can be any width without its strokes or text changing. */
export function lanesSvg(group: TimelineGroup, end: number, id: string): string {
  const lanes = lanesOf(group.slices);
  const size = isDense(lanes) ? DENSE : ROOMY;
  const height = lanes.length * size.lane + 8;
  const bars = lanes
    .map(({ slices }, lane) =>
      visible(slices, end)
        .map((slice) => sliceSvg(slice, lane, end, size))
        .join(''),
    )
    .join('');
  const handOvers = group.handOvers
    ? handOversOf(lanes)
        .map(({ at, from, to }) => {
          const x = percent(at, end);
          return `<line class="hand-over" x1="${x}" x2="${x}" y1="${centre(from, size)}" y2="${centre(to, size)}"/>`;
        })
        .join('')
    : '';
  return (
    `<svg class="lanes ${group.kind}" width="100%" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc">` +
    `<title id="${id}-title">${escapeText(group.label)}</title><desc id="${id}-desc">${escapeText(describe(group, lanes))}</desc>` +
    `${gridSvg(end, height)}${bars}${handOvers}</svg>`
  );
}

const centre = (lane: number, size: LaneSize) => lane * size.lane + size.lane / 2 + 4;

const WAITING = { wait: 'waiting', io: 'waiting-io', lock: 'waiting-lock' } as const;

function sliceSvg({ state, start, end: stop, core }: Slice, lane: number, end: number, size: LaneSize): string {
  const y = centre(lane, size);
  const { bar } = size;
  const x = percent(start, end);
  const coreClass = core === null ? '' : ` core-${core % 4}`;
  if (state === 'run') {
    return `<rect class="running${coreClass}" x="${x}" y="${y - bar / 2}" width="${percent(Math.max(stop - start, 0), end)}" height="${bar}"/>`;
  }
  if (state === 'start') {
    return `<rect class="starting" x="${x}" y="${y - bar / 2 + bar / 6}" width="${percent(stop - start, end)}" height="${bar - bar / 3}"/>`;
  }
  if (state === 'mark')
    return `<line class="mark-line" x1="${x}" x2="${x}" y1="${y - bar / 2 - 3}" y2="${y + bar / 2 + 3}"/>`;
  return `<line class="${WAITING[state]}" x1="${x}" x2="${percent(stop, end)}" y1="${y}" y2="${y}"/>`;
}

/** Round steps of time, about six for the whole. */
export function timeTicks(end: number): number[] {
  if (!(end > 0)) return [0];
  const rough = end / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => Number((index * step).toPrecision(6)));
}

function gridSvg(end: number, height: number): string {
  return timeTicks(end)
    .map((at) => `<line class="grid" x1="${percent(at, end)}" x2="${percent(at, end)}" y1="0" y2="${height}"/>`)
    .join('');
}

/** The time axis, in milliseconds, to stand under all groups. */
export function timeAxisSvg(end: number): string {
  const labels = timeTicks(end).map((at, index, all) => {
    const anchor = index === 0 ? 'start' : index === all.length - 1 && at / end > 0.94 ? 'end' : 'middle';
    return `<line x1="${percent(at, end)}" x2="${percent(at, end)}" y1="0" y2="5"/><text x="${percent(at, end)}" y="18" text-anchor="${anchor}">${at === 0 ? '0' : formatValue(at, 'ms')}</text>`;
  });
  return `<svg class="time-axis" height="24" aria-hidden="true">${labels.join('')}</svg>`;
}

function describe(group: TimelineGroup, lanes: readonly Lane[]): string {
  const told = lanes.map(({ unit, slices }) => {
    const running = slices.filter(({ state }) => state === 'run');
    const time = running.reduce((sum, { start, end }) => sum + end - start, 0);
    const cores = [...new Set(running.flatMap(({ core }) => (core === null ? [] : [core])))].sort((a, b) => a - b);
    const on = cores.length > 0 ? ` on core${cores.length > 1 ? 's' : ''} ${cores.join(' and ')}` : '';
    const stretches = running.length === 1 ? 'one stretch' : `${running.length} stretches`;
    return `${unit} ran for ${formatValue(time, 'ms')} in ${stretches}${on}`;
  });
  if (!group.handOvers) return `${told.join('; ')}.`;
  const count = handOversOf(lanes).length;
  const often = count === 0 ? 'never' : count === 1 ? 'once' : `${count} times`;
  return `${told.join('; ')}. Running passed from one to another: ${often}.`;
}
