/** The text of a page's picture, shown where its link is shared. */
import { pageAnswers } from '../components/models/page-answers.ts';
import { leadSentence } from '../components/models/sentences.ts';
import { shownRuntimes } from '../components/models/shown-runtimes.ts';
import type { VerdictKind } from '../measurement/combination.ts';
import { machineLine, verdictWord } from '../text/wording.ts';

/** The verdict in one runtime, with the figures that it rests on and whose they are. */
export interface CardAnswer {
  runtime: string;
  kind: VerdictKind;
  /** As on the verdict's chip. */
  word: string;
  sentence: string;
  /** Machine, date and rounds; absent where nothing was measured. */
  machine?: string;
}

export interface CardContent {
  /** The kind of page, in a word; empty for the home page. */
  eyebrow: string;
  title: string;
  /** The claim, or what the page says in a sentence. */
  text: string;
  answers: CardAnswer[];
}

interface Page {
  title: string;
  description: string;
  kind: string;
  claims: readonly string[];
  experiment?: string | undefined;
}

/** The claim that matters most is the first one of the page. */
export function cardContent({ title, description, kind, claims, experiment }: Page): CardContent {
  const eyebrow = kind === 'home' ? '' : kind;
  if (kind !== 'claim' || experiment === undefined || claims.length === 0) {
    return { eyebrow, title, text: description, answers: [] };
  }
  const leads = shownRuntimes(undefined).flatMap(({ id, label }) => {
    const [lead] = pageAnswers(claims.slice(0, 1), experiment, id);
    return lead ? { label, lead } : [];
  });
  const answers = leads.map(({ label, lead: { whole, own } }): CardAnswer => {
    const part = own.verdict.decisive;
    const source = part?.decisive.provenance;
    return {
      runtime: label,
      kind: whole.kind,
      word: verdictWord(whole.kind, whole.cause),
      sentence: leadSentence(own.verdict),
      ...(source && { machine: machineLine(source, part.decisive.rounds) }),
    };
  });
  return { eyebrow, title, text: leads[0]?.lead.claim.statement ?? description, answers };
}
