/** Where the names at the ends of lines go, so that none covers another. Heights and places are in the chart's units. */

/** Characters a name's line may have: what fits beside the drawing at the largest text size. */
const LONGEST_NAME = 13;

/** The same for the name of an axis, which has the drawing's whole width. */
const LONGEST_CAPTION = 50;

/** The same for the name above a bar, which is bold. */
const LONGEST_BAR_NAME = 44;

/** Height of one line of text, and the gap between two names, at the largest text size. */
export const LINE = 15;
const GAP = 7;

/** Breaks between words and after hyphens; a piece that is too long keeps its line. */
function wrap(label: string, longest: number): string[] {
  const lines: string[] = [];
  for (const piece of label.split(/(?<=[\s-])/)) {
    const last = lines.at(-1);
    if (last !== undefined && (last + piece).trimEnd().length <= longest) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}

/** A name beside the end of its line. */
export function wrapLabel(label: string): string[] {
  return wrap(label, LONGEST_NAME);
}

/** The name of an axis, above or below the drawing. */
export function wrapCaption(label: string): string[] {
  return wrap(label, LONGEST_CAPTION);
}

/** The name above a bar. */
export function wrapBarName(label: string): string[] {
  return wrap(label, LONGEST_BAR_NAME);
}

export interface PlacedLabel {
  lines: readonly string[];
  /** Centre, in chart units from the top. */
  y: number;
}

/** What all labels together need from top to bottom. */
export function heightOf(labels: readonly Pick<PlacedLabel, 'lines'>[]): number {
  return labels.reduce((sum, { lines }) => sum + lines.length * LINE + GAP, 0);
}

/** Moves labels apart, downwards first, then back up from the bottom edge. Keeps their order. */
export function spreadLabels<Label extends PlacedLabel>(
  labels: readonly Label[],
  top: number,
  bottom: number,
): Label[] {
  const half = ({ lines }: PlacedLabel) => (lines.length * LINE + GAP) / 2;
  const moved = [...labels].sort((a, b) => a.y - b.y).map((label) => ({ ...label }));
  let edge = top;
  for (const label of moved) {
    label.y = Math.max(label.y, edge + half(label));
    edge = label.y + half(label);
  }
  edge = bottom;
  for (const label of moved.reverse()) {
    label.y = Math.min(label.y, edge - half(label));
    edge = label.y - half(label);
  }
  return moved.reverse();
}
