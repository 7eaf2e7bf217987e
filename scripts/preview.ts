/** `npm run preview -- [--port 4321] [--folder dist]`: serves what is built. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveSite } from './site/serve.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4321' }, folder: { type: 'string', default: 'dist' } },
});

try {
  const { address } = await serveSite(join(import.meta.dirname, '..', values.folder), Number(values.port));
  console.log(`Serving ${values.folder}/ at ${address}/ (Ctrl-C stops)`);
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(
    taken ? `Port ${values.port} is taken. Give another: npm run preview -- --port 4322` : (error as Error).message,
  );
  process.exitCode = 1;
}
