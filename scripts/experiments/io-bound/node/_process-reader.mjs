// A child process that reads files, one after the other.
import { readFileSync } from 'node:fs';

process.on('message', (paths) => {
  process.send(paths.reduce((bytes, path) => bytes + readFileSync(path).length, 0));
});
process.send('ready');
