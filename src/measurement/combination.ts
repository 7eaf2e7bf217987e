/** From the verdicts of several parts to the verdict of the whole. */
import type { Decision } from './decision.ts';

export type VerdictKind = Decision | 'partly' | 'not-measured';

/** What leaves a whole open, from the least that is known to the most. */
const OPEN: readonly VerdictKind[] = ['not-measured', 'too-noisy', 'not-settled'];

/** What is known against a claim. */
export const AGAINST: readonly VerdictKind[] = ['contradicted', 'no-difference'];

/** Whether a verdict says something for sure, one way or the other. */
export const isDecided = (kind: VerdictKind): boolean => kind === 'confirmed' || AGAINST.includes(kind);

/** A whole's verdict and the part that decided it. */
export interface Combined<Part> {
  kind: VerdictKind;
  decisive: Part;
}

/**
 * All alike: that. Something confirmed beside something contradicted or without a difference: *partly*, decided by the
 * first part that speaks against. Nothing confirmed, all decided against, in different ways: *contradicted*. Any other
 * mixture is open, decided by the part about which least is known.
 *
 * @returns undefined when there is no part.
 */
export function combine<Part extends { kind: VerdictKind }>(parts: readonly Part[]): Combined<Part> | undefined {
  const [first] = parts;
  if (!first) return undefined;
  if (parts.every((part) => part.kind === first.kind)) return { kind: first.kind, decisive: first };
  const of = (kinds: readonly VerdictKind[]) =>
    kinds.map((kind) => parts.find((part) => part.kind === kind)).find((part) => part !== undefined);
  const partly = of(['partly']);
  const against = of(AGAINST);
  const open = of(OPEN);
  if (partly) return { kind: 'partly', decisive: partly };
  if (against && of(['confirmed'])) return { kind: 'partly', decisive: against };
  if (open) return { kind: open.kind, decisive: open };
  return { kind: 'contradicted', decisive: against ?? first };
}
