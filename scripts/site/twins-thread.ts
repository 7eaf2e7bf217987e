/** Writes the pages' Markdown in a thread of its own. */
import { workerData } from 'node:worker_threads';
import { writeTwins } from './markdown-twins.ts';

writeTwins(workerData);
