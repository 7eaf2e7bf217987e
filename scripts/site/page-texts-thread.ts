/** Reads the pages of a site while it is rendered, in a thread of its own; ends once they are all read. */
import { parentPort, workerData } from 'node:worker_threads';
import { PageTexts } from './page-texts.ts';

/** ms between two looks for new pages. */
const LOOK = 250;

const { folder, content } = workerData as { folder: string; content: string };
const texts = new PageTexts(folder, content);
const looking = setInterval(() => texts.readWritten(), LOOK);
parentPort?.once('message', () => {
  clearInterval(looking);
  texts.readWritten();
  parentPort?.postMessage(texts.documents());
});
