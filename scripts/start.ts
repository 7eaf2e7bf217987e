/** `npm start -- [build options] [--port 4321]`: builds the site, measuring for two minutes at the most, and serves it on 127.0.0.1. */
import { buildSite } from './site/build-site.ts';
import { serveSite } from './site/serve.ts';

const argv = process.argv.slice(2);
const portAt = argv.indexOf('--port');
const [, port = '4321'] = portAt < 0 ? [] : argv.splice(portAt, 2);

try {
  const folder = await buildSite(argv, ['--budget', '2m']);
  const { address } = await serveSite(folder, Number(port)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') return serveSite(folder, 0);
    throw error;
  });
  console.log(`\nThe site is at ${address}/ (Ctrl-C stops)`);
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
}
