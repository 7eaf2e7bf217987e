/** An interactive bash on a terminal of its own: what is typed into it, and what a reader would then see. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** ms; what is slower on a busy machine is not wrong, what never comes is. */
const PATIENCE = 30_000;

/** `script` of util-linux gives a program a terminal. */
export const hasTerminals = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');

const MARK = 'end-of-answer';

export class Terminal {
  readonly #shell: ChildProcessWithoutNullStreams;
  #seen = '';

  private constructor(shell: ChildProcessWithoutNullStreams) {
    this.#shell = shell;
    shell.stdout.on('data', (bytes: Buffer) => {
      this.#seen += bytes;
    });
  }

  /** @param path what `PATH` is to begin with: the folder that holds the runtimes to be found there */
  static async open(folder: string, path: string): Promise<Terminal> {
    // Unbuffered, Python would write a line's end apart from the line, and two processes would mix theirs.
    const own = { PATH: `${path}:${process.env['PATH']}`, NODE_OPTIONS: '', NO_COLOR: '1', PYTHONUNBUFFERED: '' };
    const bash = 'bash --norc --noprofile --noediting -i';
    const terminal = new Terminal(
      spawn('script', ['-qec', bash, '/dev/null'], { cwd: folder, env: { ...process.env, ...own } }),
    );
    // No echo and no prompt: what is left is what programs and the shell print. No core files.
    await terminal.type('stty -echo; PS1= PS2=; ulimit -c 0');
    return terminal;
  }

  /** @returns all that was printed until the shell took the next command, its lines without colours and blanks at their ends */
  async type(text: string): Promise<string[]> {
    this.#seen = '';
    // Written apart, so that the echo of the command is not taken for its answer.
    this.#shell.stdin.write(`${text}\nprintf '%s-of-%s\\n' end answer\n`);
    await this.until((lines) => lines.some((line) => line.endsWith(MARK)));
    return this.seen();
  }

  /** What has been printed since the last command, by jobs in the background too. */
  seen(): string[] {
    return linesOf(this.#seen).filter((line) => !line.endsWith(MARK));
  }

  /** Waits until what was printed since the last command is as expected, or for half a minute. */
  until(holds: (lines: string[]) => boolean): Promise<void> {
    const { stdout } = this.#shell;
    return new Promise((resolve) => {
      const look = () => {
        if (holds(linesOf(this.#seen))) done();
      };
      const done = () => {
        clearTimeout(timer);
        stdout.off('data', look);
        resolve();
      };
      const timer = setTimeout(done, PATIENCE);
      stdout.on('data', look);
      look();
    });
  }

  /** Ends the shell and with it what it runs. */
  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#shell.once('close', resolve));
    this.#shell.stdin.end('kill $(jobs -p) 2> /dev/null; exit\n');
    await ended;
  }
}

function linesOf(text: string): string[] {
  return stripVTControlCharacters(text)
    .split(/\r?\n/)
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '');
}
