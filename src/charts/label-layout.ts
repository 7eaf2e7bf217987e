/** Where the names at the ends of lines go, so that none covers another. Heights and places are in the chart's units. */

/** Characters a name's line may have: what fits beside the drawing at the largest text size. */
const LONGEST_LINE = 15;

/** Height of one line of text, and the gap between two names, at the largest text size. */
const LINE = 13;
const GAP = 3;

/** Breaks between words; a word that is too long keeps its line. */
export function wrapLabel(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LONGEST_LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export interface PlacedLabel {
  lines: readonly string[];
  /** Centre, in chart units from the top. */
  y: number;
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
