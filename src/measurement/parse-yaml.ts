/** Reads a hand-written YAML file: a validated value, or one clear error with its line. */
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { describeIssue, MalformedFile, pathOf } from './malformed.ts';
import { showControls } from './show-controls.ts';

/** Far more than a hand-written file has. Aliases of aliases multiply, so there has to be a limit. */
const MOST_ALIASES = 10_000;

/** Characters of one text: several times the longest there is. */
const LONGEST_TEXT = 5000;

/** The first text that no page can show as it was written: it is far too long, or holds control characters. */
function unshowable(value: unknown, path: PropertyKey[] = []): { path: PropertyKey[]; message: string } | undefined {
  if (typeof value === 'string') {
    if (value.length > LONGEST_TEXT) {
      const message = `expected a text of at most ${LONGEST_TEXT} characters, found ${value.length}`;
      return { path, message };
    }
    const shown = showControls(value);
    if (shown === value) return undefined;
    const place = [...shown].findIndex((character, index) => character !== [...value][index]);
    const code = [...value][place]?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return { path, message: `expected text that is shown as it is written, found the character U+${code}. Delete it` };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = unshowable(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}

/** What a check beyond the schema found wrong, and where. */
export interface Fault {
  path: readonly PropertyKey[];
  /** "…: expected …, found …; what to do". */
  message: string;
}

interface YamlFile<Schema extends z.ZodType> {
  text: string;
  /** The file's name, for the message. */
  where: string;
  schema: Schema;
  /** Where the fields are described: the file of the schema. */
  described: string;
  /** Checks that a schema can't make. */
  faultsIn?(value: z.output<Schema>): readonly Fault[];
}

/** @throws MalformedFile, one line with file and line, for anything but a valid file. */
export function parseYaml<Schema extends z.ZodType>(file: YamlFile<Schema>): z.output<Schema> {
  const { text, where, schema, described, faultsIn } = file;
  const lines = new LineCounter();
  // `<<: *name` takes over the keys of the mapping that `&name` marks.
  const document = parseDocument(text, { lineCounter: lines, merge: true });
  const [broken] = document.errors;
  if (broken) throw notYaml(broken, lines.linePos(broken.pos[0]).line);
  const root = values();
  const strange = unshowable(root);
  if (strange) throw new MalformedFile(`${where}:${lineOf(strange.path)}: ${strange.message}`);
  const parsed = schema.safeParse(root);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const path = issues[0]?.path ?? [];
    const message = `${describeIssue(issues, root)} at ${pathOf(path)}`;
    throw new MalformedFile(`${where}:${lineOf(path)}: ${message}. The fields are described in ${described}`);
  }
  const faults = faultsIn?.(parsed.data) ?? [];
  const [first] = faults;
  if (!first) return parsed.data;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  throw new MalformedFile(`${where}:${lineOf(first.path)}: ${first.message}${more}`);

  function notYaml(error: unknown, line: number): MalformedFile {
    const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return new MalformedFile(`${where}:${line}: expected YAML, found: ${reason.slice(0, 200)}`);
  }

  function values(): unknown {
    try {
      return document.toJS({ maxAliasCount: MOST_ALIASES });
    } catch (error) {
      // An alias without an anchor is only noticed here, by an error without a line.
      throw notYaml(error, 1);
    }
  }

  /** The line of the innermost node on the path that exists in the file. */
  function lineOf(steps: readonly PropertyKey[]): number {
    for (let depth = steps.length; depth >= 0; depth--) {
      const node = document.getIn(steps.slice(0, depth), true);
      const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
      if (Array.isArray(range)) return lines.linePos(Number(range[0])).line;
    }
    return 1;
  }
}
