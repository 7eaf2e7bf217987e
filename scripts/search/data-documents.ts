/** Claims, terms, questions and error messages, each a result of its own. */
import { verdictOn } from '../../src/components/models/claims.ts';
import { loadErrors, loadGlossary, loadLedger, loadQuestions } from '../../src/evidence/load.ts';
import type { Claim } from '../../src/measurement/claim.ts';
import { searchRuntimes, switchRuntimes } from '../../src/measurement/runtimes.ts';
import { VERDICT_WORDS } from '../../src/measurement/verdict.ts';
import { escapeText } from '../../src/text/escape-text.ts';
import type { SearchDocument } from './documents.ts';

/** @param words such as `Node.js and browsers` */
function runtimesNamed(words: string): string[] {
  if (words.startsWith('Any program')) return switchRuntimes.map(({ id }) => id);
  const languages = new Set(
    searchRuntimes.filter(({ named }) => words.search(named) >= 0).map(({ language }) => language),
  );
  return searchRuntimes.filter(({ language }) => languages.has(language)).map(({ id }) => id);
}

const paragraph = (text: string) => `<p>${escapeText(text)}</p>`;

function verdictsOf(claim: Claim): string {
  return switchRuntimes.map(({ id, label }) => `${label}: ${VERDICT_WORDS[verdictOn(claim, id).kind]}`).join(' · ');
}

function claimDocuments(): SearchDocument[] {
  return loadLedger().map((claim) => ({
    url: `${claim.page}#${claim.id.toLowerCase()}`,
    kind: 'claim',
    title: `${claim.id} ${claim.title}`,
    summary: claim.statement,
    meta: { verdicts: verdictsOf(claim) },
    runtimes: claim.runtimes,
    body: `<p data-pagefind-weight="4">${escapeText(claim.statement)}</p>${paragraph(`It would be wrong if ${claim.falsifiedBy}`)}`,
  }));
}

function termDocuments(): SearchDocument[] {
  return loadGlossary().map(({ id, term, alsoKnownAs, searchedAs, definition }) => ({
    url: `/reference/glossary/#${id}`,
    kind: 'term',
    title: term,
    summary: definition,
    body: paragraph(definition),
    alsoKnownAs: [...alsoKnownAs, ...searchedAs],
    named: id,
  }));
}

function questionDocuments(): SearchDocument[] {
  return loadQuestions().map(({ id, question, alsoAsked, answer }) => ({
    url: answer,
    kind: 'question',
    title: question,
    summary: '',
    body: paragraph(question),
    alsoKnownAs: alsoAsked,
    named: id,
  }));
}

function errorDocuments(): SearchDocument[] {
  return loadErrors().map(({ id, message, runtime, cause, fix }) => ({
    url: `/reference/errors/#${id}`,
    kind: 'error',
    title: message,
    summary: cause,
    runtimes: runtimesNamed(runtime),
    body: paragraph(cause) + paragraph(fix) + paragraph(runtime),
  }));
}

export function dataDocuments(): SearchDocument[] {
  return [...claimDocuments(), ...termDocuments(), ...questionDocuments(), ...errorDocuments()];
}
