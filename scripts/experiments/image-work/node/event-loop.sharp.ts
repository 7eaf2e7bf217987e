// Blurs photographs with a library, all at once, from one thread: the library has threads of its own.
// node event-loop.sharp.ts [ignored] [photographs]; needs: npm install sharp
import { now } from '../../_shared/node/clock.mjs';
import { blurPhotograph, given, photograph, print, threadsHere, warmUpLibrary } from './_photographs.ts';

const { photographs } = given();
const source = photograph();
await warmUpLibrary();
const began = now();
const answers = await Promise.all(Array.from({ length: photographs }, () => blurPhotograph(source)));
const wall = now() - began;
print(answers, threadsHere(), began, wall, wall);
