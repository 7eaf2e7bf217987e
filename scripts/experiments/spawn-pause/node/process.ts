// For how long does an event loop stand still while it spawns a process?
// node process.ts [MiB the parent holds] [starts]
import { spawn } from 'node:child_process';
import { measure } from './_loop.ts';

await measure(() => spawn('true', { stdio: 'ignore' }));
