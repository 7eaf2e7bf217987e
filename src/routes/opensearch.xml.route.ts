/** Lets a browser add this site's search to its own. OpenSearch 1.1 asks for addresses in full. */
import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ site }) => {
  const results = new URL(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/search/`, site);
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Thread or Process</ShortName>
  <Description>Claims, terms, questions and error messages about threads and processes</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" method="get" template="${results}?q={searchTerms}"/>
</OpenSearchDescription>
`,
    { headers: { 'Content-Type': 'application/opensearchdescription+xml' } },
  );
};
