/**
 * Cuts Pagefind's index into small pieces, so that a first query fetches little. Pagefind cuts at some thirty kilobytes,
 * for sites of thousands of pages, and has no setting for it; a question of five words would fetch the whole index of a
 * site like this one. The words that queries never look up are left out.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { unimportant } from '../../src/search/query.ts';
import { type Item, readItem, writeArray, writeText } from './cbor.ts';

/** The version whose files are known to look as below; a test searches the result in a browser. */
const knownVersion = '1.5.2';
const signature = Buffer.from('pagefind_dcd');

const wordsPerPiece = 40;

interface Word {
  word: string;
  /** Its pages and places, as Pagefind wrote them. */
  bytes: Buffer;
}

function unpack(file: string): { bytes: Buffer; items: Item[] } {
  const bytes = gunzipSync(readFileSync(file)).subarray(signature.length);
  return { bytes, items: readItem(bytes).items ?? [] };
}

const pack = (bytes: Buffer) => gzipSync(Buffer.concat([signature, bytes]), { level: 9 });

function wordsIn(file: string): Word[] {
  const { bytes, items } = unpack(file);
  return (items[0]?.items ?? []).map((entry) => ({
    word: entry.items?.[0]?.text ?? '',
    bytes: bytes.subarray(entry.start, entry.end),
  }));
}

function inPieces<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/**
 * @param folder the index: `pagefind/` of the built site; its `pf_index` files and its `pf_meta` are replaced
 * @throws Error when another version of Pagefind wrote it
 */
export function splitIndex(folder: string): void {
  const [metaFile] = globSync('*.pf_meta', { cwd: folder });
  if (!metaFile) throw new Error(`Expected a pf_meta file in ${folder}, found none. Was the index written?`);
  const meta = unpack(join(folder, metaFile));
  const version = meta.items[0]?.text;
  if (version !== knownVersion) {
    throw new Error(
      `Expected an index of Pagefind ${knownVersion} in ${folder}, found ${version}. ` +
        'See whether its format is the same, then change knownVersion in scripts/search/split-index.ts.',
    );
  }
  const files = (meta.items[2]?.items ?? []).map((chunk) =>
    join(folder, 'index', `${chunk.items?.[2]?.text ?? ''}.pf_index`),
  );
  const words = files.flatMap(wordsIn).filter(({ word }) => !unimportant.has(word));
  for (const file of files) rmSync(file);
  const pieces = inPieces(words, wordsPerPiece).map((piece) => {
    const bytes = writeArray([writeArray(piece.map((word) => word.bytes))]);
    const name = `en_${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}`;
    writeFileSync(join(folder, 'index', `${name}.pf_index`), pack(bytes));
    return writeArray([piece[0]?.word ?? '', piece.at(-1)?.word ?? '', name].map(writeText));
  });
  const parts = meta.items.map(({ start, end }, index) =>
    index === 2 ? writeArray(pieces) : meta.bytes.subarray(start, end),
  );
  writeFileSync(join(folder, metaFile), pack(writeArray(parts)));
}
