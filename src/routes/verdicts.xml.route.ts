/** Verdicts that have changed, as an Atom feed (RFC 4287): the newest fifty. */
import type { APIRoute } from 'astro';
import { runtimeLabel } from '../components/models/shown-runtimes.ts';
import { loadLedger, loadVerdictHistory } from '../evidence/load.ts';
import { changesIn } from '../publishing/verdict-changes.ts';
import { address } from '../text/address.ts';
import { escapeText } from '../text/escape-text.ts';

const LENGTH = 50;

export const GET: APIRoute = ({ site }) => {
  const full = (path: string) => new URL(address(path), site).href;
  const claims = new Map(loadLedger().map((claim) => [claim.id, claim]));
  const history = loadVerdictHistory();
  const entries = changesIn(history).flatMap((change) => {
    const claim = claims.get(change.claim);
    if (!claim) return [];
    const url = full(`${claim.page}#${claim.id.toLowerCase()}`);
    const title = `${claim.statement} ${runtimeLabel(change.runtime)}: ${change.verdict}, was ${change.was}`;
    const content = [change.says, change.machine].filter(Boolean).join(' ');
    return `  <entry>
    <id>${escapeText(`${full('/')}#${change.claim}-${change.runtime}-${change.date}`)}</id>
    <title>${escapeText(title)}</title>
    <link href="${escapeText(url)}"/>
    <updated>${change.date}</updated>
    <content>${escapeText(content)}</content>
  </entry>`;
  });
  const feed = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${full('/verdicts.xml')}</id>
  <title>Thread or Process: verdicts that changed</title>
  <link rel="self" href="${full('/verdicts.xml')}"/>
  <link href="${full('/reference/ledger/')}"/>
  <author><name>The Thread or Process authors</name></author>
  <rights>MIT licence</rights>
  <updated>${history.at(-1)?.date ?? '1970-01-01T00:00:00Z'}</updated>
${entries.slice(0, LENGTH).join('\n')}
</feed>
`;
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml' } });
};
