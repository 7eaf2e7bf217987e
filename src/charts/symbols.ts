/** The shape that goes with each hue, in charts. */
import type { VariantKind } from '../measurement/vocabulary.ts';

const SYMBOLS = {
  thread: 'circle',
  process: 'square2',
  interpreter: 'diamond2',
  'event-loop': 'triangle2',
  sequential: 'times',
} as const satisfies Record<VariantKind, string>;

export function symbolOf(kind: VariantKind): (typeof SYMBOLS)[VariantKind] {
  return SYMBOLS[kind];
}
