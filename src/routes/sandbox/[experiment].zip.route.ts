/** The sandbox of an experiment as a zip: the same bytes as on the page, in one folder. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { strToU8, zipSync } from 'fflate';
import { loadSandboxes } from '../../evidence/sandboxes.ts';

export const getStaticPaths: GetStaticPaths = () =>
  loadSandboxes().map((sandbox) => ({ params: { experiment: sandbox.experiment }, props: { sandbox } }));

export const GET: APIRoute = ({ props }) => {
  const { experiment, files } = props.sandbox;
  const entries = Object.entries(files as Record<string, string>).map(
    ([path, text]) => [`${experiment}/${path}`, strToU8(text)] as const,
  );
  // A fixed date: the same files give the same bytes.
  const zip = zipSync(Object.fromEntries(entries), { mtime: '2026-01-01T00:00:00Z' });
  return new Response(new Uint8Array(zip), { headers: { 'Content-Type': 'application/zip' } });
};
