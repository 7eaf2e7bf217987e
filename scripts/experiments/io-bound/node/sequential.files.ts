// Reads many files, one after the other.
// node sequential.files.ts [readers, always 1] [files]
import { readFileSync } from 'node:fs';
import { cost, printCost } from './_cost.ts';
import { freshFolder } from './_folder.ts';

const files = Number(process.argv[3] ?? 200);
const paths = freshFolder(files);

const before = cost();
const began = performance.now();
let bytes = 0;
for (const path of paths) bytes += readFileSync(path).length;
const wall = performance.now() - began;
const after = cost();

console.log(`result = ${bytes}`);
printCost(files, wall, before, after);
