// The checksum by which pictures are compared: Adler-32, RFC 1950. Runs the same in Node.js and in a browser.
const MODULUS = 65521;

export function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % MODULUS;
    b = (b + a) % MODULUS;
  }
  return b * 65536 + a;
}
