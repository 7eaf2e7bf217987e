// Blurs photographs with a library, one after the other, from one thread.
// node sequential.sharp.ts [ignored] [photographs]; needs: npm install sharp
import { now } from '../../_shared/node/clock.mjs';
import { type Answer, blurPhotograph, given, photograph, print, threadsHere, warmUpLibrary } from './_photographs.ts';

const { photographs } = given();
const source = photograph();
await warmUpLibrary();
const answers: Answer[] = [];
const began = now();
for (let count = 0; count < photographs; count++) answers.push(await blurPhotograph(source));
const wall = now() - began;
print(answers, threadsHere(), began, wall, wall);
