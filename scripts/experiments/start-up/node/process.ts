// How long until a new process has done its first work, and until it is gone?
// The worker's file is plain JavaScript: what is timed is the process, not the stripping of types.
// node process.ts [MiB the parent holds] [starts] [json|advanced]
import { fork, type SerializationType } from 'node:child_process';
import { measure } from './_start.ts';

const serialization = (process.argv[4] ?? 'json') as SerializationType;
const file = new URL('./_process-worker.mjs', import.meta.url);

await measure(() => fork(file, { serialization }));
