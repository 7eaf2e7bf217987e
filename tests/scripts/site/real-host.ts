/** Real nginx and Caddy in the foreground on 127.0.0.1, serving a built site with the form that its build wrote. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findOnPath } from '../../../scripts/runtimes/find-on-path.ts';

export const HOST_NAMES = ['nginx', 'caddy'] as const;
export type HostName = (typeof HOST_NAMES)[number];

/** The executable; null where it is not installed. */
export const findHost = (name: HostName): string | null => findOnPath(name) ?? findOnPath(name, '/usr/sbin');

/** Why a test of a host is skipped. */
export const notInstalled = (name: HostName): string =>
  `Expected ${name} on the PATH, found none: install the package "${name}" to test its form.`;

interface RealHost {
  /** `http://127.0.0.1:<port>`, without a slash at its end. */
  address: string;
  stop(): void;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @param root what the host looks for paths in @param form folder of the forms */
type Configure = (
  own: string,
  port: number,
  root: string,
  form: string,
) => [file: string, text: string, argv: string[]];

const CONFIGURE: Record<HostName, Configure> = {
  nginx: (own, port, root, form) => {
    const file = join(own, 'nginx.conf');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${own}/${name};`,
    );
    // Started by root it reads as another user, who may not come as far as the site's folder.
    const user = process.getuid?.() === 0 ? 'user root;' : '';
    const text = `${user} pid ${own}/pid; error_log stderr; daemon off; events {}
      http { access_log off; include /etc/nginx/mime.types; ${temporary.join(' ')}
      server { listen 127.0.0.1:${port}; root ${root}; include ${form}/nginx.conf; } }`;
    return [file, text, ['-p', own, '-c', file]];
  },
  caddy: (own, port, root, form) => {
    const file = join(own, 'Caddyfile');
    const text = `{\n  admin off\n  auto_https off\n}
http://127.0.0.1:${port} {\n  root * ${root}\n  import ${form}/Caddyfile\n}\n`;
    return [file, text, ['run', '--adapter', 'caddyfile', '--config', file]];
  },
};

/**
 * Resolves once it answers; a host that starts and never does is left to the test's own limit.
 * @param root the folder in which it looks for the whole path
 * @param site the built site, in `root` or below it
 */
export async function startHost(name: HostName, root: string, site: string, base: string): Promise<RealHost> {
  const own = mkdtempSync(join(tmpdir(), `${name}-`));
  chmodSync(own, 0o755);
  const port = await freePort();
  const [file, text, argv] = CONFIGURE[name](own, port, root, join(site, '_hosting'));
  writeFileSync(file, text);
  const host: ChildProcess = spawn(findHost(name) ?? name, argv, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: own },
  });
  let said = '';
  host.stderr?.on('data', (part: Buffer) => {
    said += part;
  });
  const address = `http://127.0.0.1:${port}`;
  const stop = () => {
    host.kill();
    rmSync(own, { recursive: true, force: true });
  };
  const answers = () =>
    fetch(address + base).then(
      ({ status }) => status === 200,
      () => false,
    );
  while (!(await answers())) {
    if (host.exitCode !== null) {
      stop();
      throw new Error(`Expected ${name} to serve ${site}, found that it ended: ${said.trim()}`);
    }
    await wait(20);
  }
  return { address, stop };
}
