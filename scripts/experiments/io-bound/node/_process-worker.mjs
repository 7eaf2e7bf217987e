// A child process that fetches the pages it is asked for, many at a time.
import { fetchPage } from './_fetch.mjs';

process.on('message', async (url) => process.send(await fetchPage(url)));
