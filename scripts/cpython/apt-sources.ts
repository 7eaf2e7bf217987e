/** Reads apt's own list of archives, so that no archive's address has to be written down here. See sources.list(5). */

/** One archive as apt knows it. `signedBy` is the option's value as it stands: paths, fingerprints or an embedded key. */
export interface AptSource {
  types: string[];
  uris: string[];
  suites: string[];
  components: string[];
  signedBy: string | null;
}

const words = (value: string | undefined): string[] => (value ?? '').split(/\s+/).filter(Boolean);

/** Fields of one deb822 stanza, names in lower case; continuation lines keep their line breaks. */
function fields(stanza: string): Map<string, string> {
  const found = new Map<string, string>();
  let current = '';
  for (const line of stanza.split('\n')) {
    const field = /^([^\s:#][^\s:]*):(.*)$/.exec(line);
    if (field) {
      current = (field[1] ?? '').toLowerCase();
      found.set(current, (field[2] ?? '').trim());
    } else if (/^\s/.test(line) && current) {
      found.set(current, `${found.get(current) ?? ''}\n${line}`);
    }
  }
  return found;
}

/** The stanzas of a `*.sources` file, without those switched off by `Enabled: no`. */
export function parseDeb822(text: string): AptSource[] {
  const withoutComments = text
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .join('\n');
  return withoutComments.split(/\n\s*\n/).flatMap((stanza) => {
    const found = fields(stanza);
    const uris = words(found.get('uris'));
    if (uris.length === 0 || /^(no|false|0|off)$/i.test(found.get('enabled') ?? 'yes')) return [];
    return [
      {
        types: words(found.get('types')),
        uris,
        suites: words(found.get('suites')),
        components: words(found.get('components')),
        signedBy: found.get('signed-by') ?? null,
      },
    ];
  });
}

/** The lines of a `sources.list` file: `deb [options] uri suite component…`. */
export function parseOneLine(text: string): AptSource[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const match = /^\s*(deb|deb-src)\s+(?:\[([^\]]*)\]\s*)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line);
    if (!match) return [];
    const [, type = '', options = '', uri = '', suite = '', components = ''] = match;
    const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1]?.replaceAll(',', ' ') ?? null;
    return [{ types: [type], uris: [uri], suites: [suite], components: words(components), signedBy }];
  });
}

/**
 * The archive that serves the distribution's own main component, which serves its newer suites too.
 * @param codename of the installed release, from os-release
 */
export function distributionArchive(sources: AptSource[], codename: string): AptSource | null {
  const serves = (source: AptSource, suites: string[]): boolean =>
    source.components.includes('main') && source.suites.some((suite) => suites.includes(suite));
  return (
    sources.find((source) => serves(source, [codename])) ??
    sources.find((source) => serves(source, ['stable', 'testing', 'unstable', 'sid'])) ??
    null
  );
}

/** A `*.sources` file for another suite of the same archive: binary and source packages. */
export function sourcesFile(archive: AptSource, suite: string): string {
  const lines = ['Types: deb deb-src', `URIs: ${archive.uris.join(' ')}`, `Suites: ${suite}`, 'Components: main'];
  if (archive.signedBy !== null) lines.push(`Signed-By: ${archive.signedBy}`);
  return `${lines.join('\n')}\n`;
}
