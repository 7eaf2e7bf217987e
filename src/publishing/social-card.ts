/**
 * The picture of a page where its link is shared, 1200 × 630 pixels as Open Graph has it. Text is drawn as outlines of the
 * font that the project brings, so that it looks the same wherever the site is built.
 */
import regular from '@fontsource/inter/files/inter-latin-400-normal.woff?inline';
import semibold from '@fontsource/inter/files/inter-latin-600-normal.woff?inline';
import satori from 'satori';
import sharp from 'sharp';
import type { VerdictKind } from '../measurement/combination.ts';
import { CARD_SIZE } from './card-address.ts';
import type { CardAnswer, CardContent } from './card-content.ts';

const bytesOf = (dataUrl: string) => Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
const fonts = [
  { name: 'Inter', data: bytesOf(regular), weight: 400 as const },
  { name: 'Inter', data: bytesOf(semibold), weight: 600 as const },
];

/** The light theme's colours, as in `tokens.css`. */
const PAPER = '#fdfcf8';
const INK = '#17181b';
const MUTED = '#5d5c55';
const THREAD = '#a84100';
const PROCESS = '#1559a3';

interface ChipColours {
  fill: string;
  ink: string;
}

const CHIPS: Readonly<Record<VerdictKind, ChipColours>> = {
  confirmed: { fill: '#176437', ink: PAPER },
  contradicted: { fill: '#a3123a', ink: PAPER },
  'no-difference': { fill: '#efebe0', ink: INK },
  partly: { fill: '#efebe0', ink: INK },
  'too-noisy': { fill: '#f8edc6', ink: '#6d5200' },
  'not-settled': { fill: '#f8edc6', ink: '#6d5200' },
  'not-measured': { fill: PAPER, ink: MUTED },
};

interface Box {
  type: 'div';
  props: { style: Record<string, string | number>; children: (Box | string)[] };
}

/** Characters, more than fit: what follows is cut off anyway, and laying it out would take its time. */
const LONGEST = 300;

const box = (style: Record<string, string | number>, ...children: (Box | string)[]): Box => ({
  type: 'div',
  props: {
    style: { display: 'flex', ...style },
    children: children.map((child) => (typeof child === 'string' ? child.slice(0, LONGEST) : child)),
  },
});

function answerRow({ runtime, kind, word, sentence, machine }: CardAnswer): Box {
  const { fill, ink } = CHIPS[kind];
  return box(
    { gap: 20, alignItems: 'flex-start' },
    box({ width: 140, fontSize: 20, fontWeight: 600 }, runtime),
    box(
      {
        width: 150,
        justifyContent: 'center',
        padding: '2px 0 4px',
        borderRadius: 14,
        background: fill,
        border: `2px solid ${ink}`,
      },
      box({ fontSize: 19, fontWeight: 600, color: ink }, word),
    ),
    box(
      { width: 742, flexDirection: 'column' },
      box({ fontSize: 20, lineHeight: 1.25, lineClamp: 2, display: 'block' }, sentence),
      box({ fontSize: 15, lineHeight: 1.4, color: MUTED, lineClamp: 1, display: 'block' }, machine ?? ''),
    ),
  );
}

function layOut({ eyebrow, title, text, answers }: CardContent): Box {
  const short = answers.length > 0;
  return box(
    {
      ...CARD_SIZE,
      flexDirection: 'column',
      justifyContent: 'space-between',
      boxSizing: 'border-box',
      padding: '40px 64px',
      background: PAPER,
      color: INK,
      fontFamily: 'Inter',
    },
    box(
      { justifyContent: 'space-between', fontSize: 24, color: MUTED },
      box({ gap: 10 }, box({ color: THREAD }, 'Thread'), 'or', box({ color: PROCESS }, 'Process')),
      box({}, eyebrow),
    ),
    box(
      { flexDirection: 'column', gap: 12 },
      box({ fontSize: short ? 40 : 76, fontWeight: 600, lineClamp: 2, display: 'block' }, title),
      box({ fontSize: short ? 24 : 34, lineHeight: 1.3, lineClamp: short ? 2 : 5, display: 'block' }, text),
    ),
    box({ flexDirection: 'column', gap: 12 }, ...answers.map(answerRow)),
  );
}

/** The picture as PNG. The same content gives the same bytes. */
export async function drawCard(content: CardContent): Promise<Uint8Array<ArrayBuffer>> {
  const svg = await satori(layOut(content) as never, { ...CARD_SIZE, fonts });
  const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: 32, dither: 0, effort: 1 }).toBuffer();
  return new Uint8Array(png);
}
