/** The hand-written data files under `content/`: one schema each, which is type, validation and reference. */
import { z } from 'zod';

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
    /** Other spellings and names, so that search finds the term. */
    alsoKnownAs: z.array(z.string()).default([]),
    /** One or two sentences. */
    definition: z.string().min(20).max(400),
    /** The page that explains it best. */
    link: sitePath,
  }),
);

export const bibliographySchema = z.array(
  z.strictObject({ id, title: z.string(), author: z.string(), year: z.number().int().min(1960), url: z.url() }),
);
export type BibliographyEntry = z.infer<typeof bibliographySchema>[number];

/** Somebody else's figure, shown beside ours and never as ours. */
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

export const errorsSchema = z.array(
  z.strictObject({
    id,
    /** The exact string a runtime prints. */
    message: z.string(),
    runtime: z.string(),
    cause: z.string(),
    fix: z.string(),
    /** Ledger rows behind it. */
    claims: z.array(z.string()).default([]),
    link: sitePath,
  }),
);

/** A question in the asker's words and the heading that answers it. */
export const questionsSchema = z.array(z.strictObject({ id, question: z.string(), answer: sitePath }));
