/**
 * The path that the site is published under, `/` or `/thread-or-process/`.
 * @param given what the operator set, SITE_BASE
 * @throws Error when it does not begin and end with a slash, or has characters that an address would encode
 */
export function siteBase(given: string | undefined): string {
  const base = given || '/';
  if (/^\/([\w.~-]+\/)*$/.test(base)) return base;
  throw new Error(`SITE_BASE: expected a path such as / or /thread-or-process/, found "${base}".`);
}
