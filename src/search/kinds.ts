/** What a result can be, in the order in which the filter offers them. */
export const KINDS = {
  claim: 'claim',
  experiment: 'experiment',
  concept: 'concept',
  guide: 'guide',
  tutorial: 'tutorial',
  term: 'term',
  question: 'question',
  error: 'error message',
  reference: 'reference',
  method: 'method',
} as const;

export type Kind = keyof typeof KINDS;
