/** The site's icon in the sizes and the format that hosts of shortcuts and bookmarks ask for. */
import sharp from 'sharp';
import { readText } from '../evidence/read-file.ts';

/** px: Apple's home screen, then what a web app manifest should have. */
export const ICON_SIZES = [180, 192, 512];

/** As PNG with a background, which the drawing itself has not. */
export async function drawIcon(size: number): Promise<Uint8Array<ArrayBuffer>> {
  const drawing = readText('public/favicon.svg');
  if (drawing === undefined) throw new Error('public/favicon.svg: expected the site’s icon, found no file');
  const icon = sharp(Buffer.from(drawing), { density: (72 * size) / 32 }).resize(size, size);
  return new Uint8Array(await icon.flatten({ background: '#fdfcf8' }).png({ compressionLevel: 9 }).toBuffer());
}
