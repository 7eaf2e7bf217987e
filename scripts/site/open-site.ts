/** Serves a built site for a person: prints the address, and reports a port that is not free in one clear error. */
import { createServer } from 'node:http';
import { relative } from 'node:path';
import { CommandFailure } from '../command/define-command.ts';
import { serveSite } from './serve.ts';

function refused(error: NodeJS.ErrnoException, port: number): Error {
  const other = port === 4321 ? 4322 : 4321;
  const remedy = `Stop what listens there, or give another: --port ${other} (--port 0 takes any free one)`;
  if (error.code === 'EADDRINUSE') {
    return new CommandFailure(`--port: expected a free port on 127.0.0.1, found ${port} taken. ${remedy}.`);
  }
  if (error.code === 'EACCES') {
    return new CommandFailure(`--port: expected a port that you may open, found ${port} reserved. ${remedy}.`);
  }
  return error;
}

/**
 * Checks, before a build that takes minutes, that the port will be free at its end.
 * @throws CommandFailure when it is taken or reserved
 */
export async function checkPort(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(refused(error, port)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

/** @throws CommandFailure when there is no built site, or the port can't be had */
export async function openSite(folder: string, port: number): Promise<void> {
  const { address } = await serveSite(folder, port).catch((error: NodeJS.ErrnoException) => {
    throw refused(error, port);
  });
  const inside = relative(process.cwd(), folder);
  console.log(`Serving ${inside === '' || inside.startsWith('..') ? folder : inside}/ at ${address}/ (Ctrl-C stops)`);
}
