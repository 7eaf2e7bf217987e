/** Packs text into characters that an address may contain: gzip, whose checksum reveals damage, then base64url. */

/** The most bytes a text may unpack to: a few characters can expand to very many. */
const LIMIT = 1_000_000;

const through = (bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) =>
  new Blob([bytes]).stream().pipeThrough(stream);

export async function deflate(text: string): Promise<string> {
  const packed = await new Response(
    through(new TextEncoder().encode(text), new CompressionStream('gzip')),
  ).arrayBuffer();
  const letters = btoa(Array.from(new Uint8Array(packed), (byte) => String.fromCharCode(byte)).join(''));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws Error for anything that `deflate` did not make, or that comes to more than a million bytes */
export async function inflate(packed: string): Promise<string> {
  const letters = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = through(bytes, new DecompressionStream('gzip')).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > LIMIT) {
      await reader.cancel();
      throw new RangeError(`expected at most ${LIMIT} bytes, found more`);
    }
    chunks.push(part.value);
  }
  return new Blob(chunks).text();
}
