// A child process that fetches the pages it is asked for, many at a time.
import { fetchPage, warmUp } from './_fetch.mjs';

await warmUp(process.argv[2]);
process.on('message', async (url) => process.send(await fetchPage(url)));
process.send('ready');
