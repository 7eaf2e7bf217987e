/** The arrows of the design: measurement is pure, the site never imports the scripts, nothing goes round in circles. */
module.exports = {
  forbidden: [
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
      name: 'site-does-not-import-scripts',
      comment: 'pages read a program’s text, never its code; only kernels of work are shared with the reader’s browser',
      severity: 'error',
      from: { path: '^src' },
      to: { path: '^scripts', pathNot: '^scripts/experiments/[^/]+/(node/_kernel\\.ts|browser/)' },
    },
    {
      name: 'scripts-import-the-core-only',
      severity: 'error',
      from: { path: '^scripts/(?!site|search|testing|bench)' },
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
