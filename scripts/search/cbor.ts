/** The little of CBOR (RFC 8949) that Pagefind's index is written in: whole numbers, text and arrays. */

const NUMBER = 0;
const NEGATIVE = 1;
const TEXT = 3;
const ARRAY = 4;

export interface Item {
  /** Where it begins and where the next one begins, in bytes. */
  start: number;
  end: number;
  text?: string;
  items?: Item[];
}

/** @throws Error where the bytes hold anything else, with the place */
export function readItem(bytes: Buffer, start = 0): Item {
  const first = bytes.readUInt8(start);
  const [kind, short] = [first >> 5, first & 31];
  const width = short < 24 ? 0 : 2 ** (short - 24);
  if (short > 26 || ![NUMBER, NEGATIVE, TEXT, ARRAY].includes(kind)) {
    throw new Error(`Expected a number, a text or an array in Pagefind's index, found byte ${first} at ${start}`);
  }
  const value = width === 0 ? short : bytes.readUIntBE(start + 1, width);
  let end = start + 1 + width;
  if (kind === TEXT) {
    const text = bytes.toString('utf8', end, end + value);
    return { start, end: end + value, text };
  }
  if (kind !== ARRAY) return { start, end };
  const items: Item[] = [];
  for (let index = 0; index < value; index += 1) {
    const item = readItem(bytes, end);
    items.push(item);
    end = item.end;
  }
  return { start, end, items };
}

function head(kind: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(kind << 5) | value]);
  if (value < 256) return Buffer.from([(kind << 5) | 24, value]);
  return Buffer.from([(kind << 5) | 25, value >> 8, value & 255]);
}

/** @param items already written; fewer than 65 536 */
export function writeArray(items: readonly Buffer[]): Buffer {
  return Buffer.concat([head(ARRAY, items.length), ...items]);
}

export function writeText(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([head(TEXT, bytes.length), bytes]);
}
