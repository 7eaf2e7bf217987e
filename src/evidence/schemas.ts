/** The hand-written data files under `content/`: one schema each, which is type, validation and reference. */
import { z } from 'zod';
import { variantSchema } from '../measurement/vocabulary.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'lower-case letters, digits, dots and dashes');
const sitePath = z
  .string()
  .regex(
    /^\/[a-z0-9/-]*\/(#[a-z0-9_-]+)?$/i,
    'a path from the site root that ends in a slash, with an optional anchor',
  );

export const glossarySchema = z.array(
  z.strictObject({
    id,
    term: z.string().min(2),
    /** Other names of the same thing, shown as “see …” in the index from A to Z. */
    alsoKnownAs: z.array(z.string()).default([]),
    /** Words of the same subject, for search alone. */
    searchedAs: z.array(z.string()).default([]),
    /** One or two sentences. */
    definition: z.string().min(20).max(400),
    /** The page that explains it best. */
    link: sitePath,
    /** Entries of the bibliography, where that page doesn't cite them beside the same statement. */
    sources: z.array(id).default([]),
  }),
);

export const bibliographySchema = z.array(
  z.strictObject({
    id,
    title: z.string(),
    author: z.string(),
    year: z.number().int().min(1960),
    url: z.url({ protocol: /^https?$/ }),
  }),
);
export type BibliographyEntry = z.infer<typeof bibliographySchema>[number];

/** A figure from another source, shown beside this project's and never as its own. */
export const publishedSchema = z.array(
  z.strictObject({
    id,
    /** What was measured, as a noun phrase. */
    what: z.string(),
    /** The figures as the source gives them, each with its unit. */
    figures: z.array(z.strictObject({ label: z.string(), value: z.string() })).min(1),
    machine: z.string(),
    source: id,
  }),
);

/** Who prints a message: the headings of the page that lists them. */
const ERROR_SUBJECTS = [
  'multiprocessing',
  'python',
  'data',
  'node',
  'browsers',
  'native',
  'others',
  'interfaces',
  'servers',
  'system',
] as const;
export type ErrorSubject = (typeof ERROR_SUBJECTS)[number];

export const errorsSchema = z.array(
  z.strictObject({
    id,
    about: z.enum(ERROR_SUBJECTS),
    /** The exact string a runtime prints. */
    message: z.string(),
    runtime: z.string(),
    cause: z.string(),
    fix: z.string(),
    /** Ledger rows behind it. */
    claims: z.array(z.string()).default([]),
    link: sitePath,
    /** Entries of the bibliography, where that page doesn't cite them beside the same statement. */
    sources: z.array(id).default([]),
  }),
);

/** What questions are about: the headings of the page that lists them. */
const QUESTION_SUBJECTS = [
  'choosing',
  'terms',
  'starting',
  'speed',
  'memory',
  'sharing',
  'locks',
  'debugging',
  'python',
  'node',
  'ending',
  'servers',
  'platforms',
] as const;
export type QuestionSubject = (typeof QUESTION_SUBJECTS)[number];

/** A question in the asker's words and the heading that answers it. */
export const questionsSchema = z.array(
  z.strictObject({
    id,
    about: z.enum(QUESTION_SUBJECTS),
    question: z.string(),
    /** The same question in other words, for search alone. */
    alsoAsked: z.array(z.string().min(1)).default([]),
    answer: sitePath,
  }),
);

/** A sentence of the ledger that says what an answer costs or gains. */
const costSchema = z.strictObject({
  claim: z.string(),
  /** One statement of the claim; default: the whole claim. */
  part: z.string().optional(),
  /** One case of that statement; default: the sentence over all of them. */
  case: z.string().optional(),
});
export type DecisionCost = z.infer<typeof costSchema>;

/** One answer of the decision guide: it leads to the next question, or ends with something to type. */
const answerSchema = z.union([
  z.strictObject({ when: z.string(), in: z.array(id).min(1).optional(), onward: z.literal(true) }),
  z.strictObject({
    when: z.string(),
    /** The runtimes it is for; default: all. */
    in: z.array(id).min(1).optional(),
    /** What to take, in two to six words. */
    take: z.string(),
    kind: variantSchema.shape.kind,
    /** What to type, in one line. */
    type: z.string(),
    /** What it costs or gains in the reader's runtime. */
    costs: z.array(costSchema),
    page: sitePath,
  }),
]);
export type DecisionAnswer = z.infer<typeof answerSchema>;

/** The decision guide: questions in order; the first answer that ends, decides. */
export const decisionsSchema = z.array(
  z.strictObject({ question: z.string(), hint: z.string().optional(), answers: z.array(answerSchema).min(2) }),
);

/** The first answer on the home page, for each runtime. */
const guess = z.enum(['thread', 'process', 'same']);
export type GuessAnswer = z.output<typeof guess>;

export const guessesSchema = z.array(
  z.strictObject({
    claim: z.string(),
    /** The part of the ledger's row that answers the question. */
    statement: z.string(),
    question: z.string().endsWith('?'),
    /** The answer where the statement holds: what is commonly said. */
    confirmed: guess,
    /** The answer where it does not. */
    contradicted: guess,
  }),
);

export const homeSchema = z.array(
  z.strictObject({
    runtime: id,
    /** The answer in one sentence. */
    advice: z.string().min(20),
    /** Ledger rows whose verdicts are its evidence; with `part` that part alone. */
    evidence: z.array(z.strictObject({ claim: z.string(), part: z.string().optional() })).min(1),
    /** Where it is said how: a page's address from the root, and the words of the link. */
    how: z.strictObject({ page: z.string().startsWith('/'), words: z.string() }),
  }),
);

/**
 * What `npm run verdicts` recorded: the verdict on each claim in each runtime, with a new entry whenever it changed.
 */
export const verdictHistorySchema = z.array(
  z.strictObject({
    /** When it was recorded. */
    date: z.iso.datetime(),
    claim: z.string(),
    runtime: z.string(),
    /** As on the verdict's chip: `confirmed`, `stale`. */
    verdict: z.string(),
    /** The sentence with the figures. */
    says: z.string(),
    /** Machine, date and rounds; absent where nothing was measured. */
    machine: z.string().optional(),
  }),
);
export type RecordedVerdict = z.infer<typeof verdictHistorySchema>[number];
