// Reads many files, several at a time, without a worker of our own: Node.js has four threads that read for it.
// node event-loop.files.ts [readers] [files]
import { readFile } from 'node:fs/promises';
import { cost, printCost } from './_cost.ts';
import { freshFolder } from './_folder.ts';

const [readers = 20, files = 200] = process.argv.slice(2).map(Number);
const paths = freshFolder(files);

const before = cost();
const began = performance.now();
let bytes = 0;
async function readOn() {
  for (let path = paths.pop(); path; path = paths.pop()) {
    const text = await readFile(path); // not `bytes += (await …).length`: others would add to it meanwhile, in vain
    bytes += text.length;
  }
}
await Promise.all(Array.from({ length: readers }, readOn));
const wall = performance.now() - began;
const after = cost();

console.log(`result = ${bytes}`);
printCost(files, wall, before, after);
