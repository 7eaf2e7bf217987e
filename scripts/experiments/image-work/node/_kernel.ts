// A picture and its blur. Runs the same in Node.js and in a browser. One byte is one pixel, from black to white.
export const RADIUS = 2;

/** A low sun over hills and water, with the grain of a film. */
export function render(width: number, height: number): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = Math.floor((x * 1000) / width);
      const v = Math.floor((y * 1000) / width);
      let grey = 90 + Math.floor(v / 5);
      if ((u - 700) ** 2 + (v - 210) ** 2 < 5000) grey = 240;
      const ridge = Math.floor(Math.abs(((u * 3) % 800) - 400) / 5) + Math.floor(Math.abs(((u * 7) % 300) - 150) / 8);
      if (v > 310 + ridge) grey = 60 - Math.floor(v / 40);
      if (v > 470) grey = 110 + ((Math.floor((v * v) / 90) + Math.floor(u / 40)) % 60);
      pixels[y * width + x] = grey + ((x * 7919 + y * 104729) % 17) - 8;
    }
  }
  return pixels;
}

/** Fills `blurred` with the rows from `first` up to `last`, each pixel the mean of its neighbours. */
export function blur(pixels: Uint8Array, blurred: Uint8Array, width: number, first: number, last: number): void {
  const height = pixels.length / width;
  for (let y = first, to = 0; y < last; y++) {
    const top = Math.max(y - RADIUS, 0);
    const bottom = Math.min(y + RADIUS + 1, height);
    for (let x = 0; x < width; x++, to++) {
      const left = Math.max(x - RADIUS, 0);
      const right = Math.min(x + RADIUS + 1, width);
      let total = 0;
      for (let row = top; row < bottom; row++) {
        for (let at = row * width + left; at < row * width + right; at++) total += pixels[at] ?? 0;
      }
      blurred[to] = Math.floor(total / ((bottom - top) * (right - left)));
    }
  }
}
