// The other end of slow files: named pipes that are answered 20 ms after they were opened, each by a thread of this child's pool.
import { execFileSync } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const [folder, acts] = process.argv.slice(2);
const paths = Array.from({ length: Number(acts) }, (_, number) => join(folder, String(number)));
execFileSync('mkfifo', paths);

async function answer(path) {
  const file = await open(path, 'w'); // waits until somebody reads
  await setTimeout(20);
  await file.writeFile('a file');
  await file.close();
}

process.once('disconnect', () => process.exit()); // whoever reads is gone
for (const path of paths) answer(path);
process.send('ready');
