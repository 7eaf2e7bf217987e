import { expect, test } from 'vitest';
import { distributionArchive, parseDeb822, parseOneLine, sourcesFile } from '../../scripts/cpython/apt-sources.ts';

const DEB822 = `# a comment
Types: deb
# another, in the middle
URIs: http://archive.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/archive.gpg

Types: deb
URIs: http://archive.example/debian-security
Suites: bookworm-security
Components: main

Enabled: no
Types: deb
URIs: http://archive.example/off
Suites: bookworm
Components: main
`;

test('reads every stanza that is switched on', () => {
  expect(parseDeb822(DEB822).map(({ uris, suites }) => [uris, suites])).toEqual([
    [['http://archive.example/debian'], ['bookworm', 'bookworm-updates']],
    [['http://archive.example/debian-security'], ['bookworm-security']],
  ]);
});

test('reads stanzas with the line ends of another system', () => {
  expect(parseDeb822(DEB822.replaceAll('\n', '\r\n'))).toEqual(parseDeb822(DEB822));
});

test('keeps an embedded key as it stands', () => {
  const stanza = `Types: deb
URIs: http://archive.example/debian
Suites: trixie
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 mDMEY
 -----END PGP PUBLIC KEY BLOCK-----
`;
  const [source] = parseDeb822(stanza);
  expect(source?.signedBy).toBe(
    '\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mDMEY\n -----END PGP PUBLIC KEY BLOCK-----',
  );
  expect(source && parseDeb822(sourcesFile(source, 'sid'))[0]?.signedBy).toBe(source?.signedBy);
});

test('reads one-line entries with options, comments and both types', () => {
  const lines = `# deb http://archive.example/commented bookworm main
deb [arch=amd64 signed-by=/usr/share/keyrings/a.gpg,/usr/share/keyrings/b.gpg] http://archive.example/debian bookworm main contrib # why

deb-src http://archive.example/debian bookworm main
garbage
`;
  expect(parseOneLine(lines)).toEqual([
    {
      types: ['deb'],
      uris: ['http://archive.example/debian'],
      suites: ['bookworm'],
      components: ['main', 'contrib'],
      signedBy: '/usr/share/keyrings/a.gpg /usr/share/keyrings/b.gpg',
    },
    {
      types: ['deb-src'],
      uris: ['http://archive.example/debian'],
      suites: ['bookworm'],
      components: ['main'],
      signedBy: null,
    },
  ]);
});

test('takes the release itself for the archive, not its security updates and not a third party', () => {
  const third = parseOneLine('deb http://third.example/ bookworm tools');
  expect(distributionArchive([...third, ...parseDeb822(DEB822).reverse()], 'bookworm')?.uris).toEqual([
    'http://archive.example/debian',
  ]);
});

test('knows the archive by a suite name where the codename is not used', () => {
  expect(distributionArchive(parseOneLine('deb http://archive.example/debian testing main'), 'forky')?.suites).toEqual([
    'testing',
  ]);
  expect(distributionArchive(parseOneLine('deb http://third.example/ stable tools'), 'forky')).toBeNull();
});

test('asks the same archive for another suite, binaries and sources, with the same key', () => {
  const [archive] = parseDeb822(DEB822);
  expect(archive && sourcesFile(archive, 'forky')).toBe(`Types: deb deb-src
URIs: http://archive.example/debian
Suites: forky
Components: main
Signed-By: /usr/share/keyrings/archive.gpg
`);
});
