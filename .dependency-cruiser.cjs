/** The rooms of `src/`, ground floor first; a test reads them too, for the files this tool can't read. */
const FLOORS = require('./.import-floors.json');

/** The rooms of the harness, from the ground up: a room knows those below it. */
const ROOMS = ['definition', 'launch', 'machine', 'plan', 'session', 'calibration', 'terminal'];
const inRooms = (rooms) => `^scripts/harness/(${rooms.join('|')})/`;
const roomRules = ROOMS.slice(0, -1).map((room, floor) => ({
  name: `harness-${room}-knows-no-room-above`,
  severity: 'error',
  from: { path: inRooms([room]) },
  to: { path: inRooms(ROOMS.slice(floor + 1)) },
}));

/** No room of `src/` imports from a room on its own floor or above it: one rule for each room, ground floor first. */
function floors(storeys) {
  return storeys.flatMap((rooms, level) =>
    rooms.map((room) => ({
      name: `src-${room}-imports-downwards`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: {
        path: `^src/(${storeys
          .slice(level)
          .flat()
          .filter((other) => other !== room)
          .join('|')})/`,
      },
    })),
  );
}

/** The arrows of the design: measurement is pure, the site never imports the scripts, nothing goes round in circles. */
module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'harness-root-has-types-only',
      comment: 'effects, options and events name what the rooms share; they lead into no room above the machine',
      severity: 'error',
      from: { path: '^scripts/harness/[^/]+\\.ts$' },
      to: { path: inRooms(ROOMS.slice(ROOMS.indexOf('plan'))) },
    },
    {
      name: 'experiments-and-runtimes-know-the-definition-only',
      severity: 'error',
      from: { path: '^scripts/(experiments|runtimes)/' },
      to: { path: '^scripts/harness/(?!definition/)' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'measurement-is-pure',
      comment: 'src/measurement imports nothing of ours and does no I/O',
      severity: 'error',
      from: { path: '^src/measurement' },
      to: { path: '^(src|scripts|tests)/', pathNot: '^src/measurement' },
    },
    {
      name: 'measurement-has-no-io',
      severity: 'error',
      from: { path: '^src/measurement' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'one-module-reads-files',
      comment:
        'under src/ only evidence/read-file.ts reads files, so that what a page is made from is found in one place (what is kept between builds is no source)',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/(evidence/read-file|publishing/kept-between-builds)\\.ts$' },
      to: { path: '^(node:)?(fs|fs/promises|crypto)$' },
    },
    ...floors(FLOORS),
    {
      name: 'internals-do-not-know-authors-words',
      comment: 'what authors write in pages is made of internals, models and client scripts, never the other way round',
      severity: 'error',
      from: { path: '^src/components/(internals|models|client)/' },
      to: { path: '^src/components/[^/]+$' },
    },
    {
      name: 'site-does-not-import-scripts',
      comment:
        'pages read a program’s text, never its code; only kernels of work and their checksum are shared with the reader’s browser',
      severity: 'error',
      from: { path: '^src' },
      to: {
        path: '^scripts',
        pathNot: '^scripts/experiments/([^/]+/(node/_(kernel|adler32)\\.ts|browser/)|_shared/node/primes\\.ts)',
      },
    },
    {
      name: 'scripts-import-the-core-only',
      severity: 'error',
      from: { path: '^scripts/(?!site|search|testing|bench|sandbox/bake-page)' },
      to: { path: '^src/(?!measurement)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.astro', '.js'] },
  },
};
