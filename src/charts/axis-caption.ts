/** The name of an axis as text that may take several lines: at the top left for the upright axis, at the bottom left for the other. */
import { type Markish, text } from '@observablehq/plot';
import { wrapCaption } from './label-layout.ts';

/** Height of one line at the largest text size, in chart units. */
const LINE = 15;

/** Room for the ticks and their numbers under the drawing. */
const TICKS = 22;

export interface AxisCaption {
  mark: Markish;
  /** The margin it needs, in chart units. */
  margin: number;
}

/** @param indent the drawing's left margin, so that captions begin where the chart does */
export function topCaption(label: string, indent: number): AxisCaption {
  const lines = wrapCaption(label);
  const margin = lines.length * LINE + 12;
  return { margin, mark: caption(lines, 'top-left', indent, -margin + 2) };
}

export function bottomCaption(label: string, indent: number): AxisCaption {
  const lines = wrapCaption(label);
  return { margin: lines.length * LINE + TICKS + 2, mark: caption(lines, 'bottom-left', indent, TICKS) };
}

function caption(
  lines: readonly string[],
  frameAnchor: 'top-left' | 'bottom-left',
  indent: number,
  dy: number,
): Markish {
  return text([lines.join('\n')], {
    frameAnchor,
    dx: -indent + 2,
    dy,
    textAnchor: 'start',
    lineAnchor: 'top',
    lineHeight: 1.4,
    className: 'axis-name',
  });
}
