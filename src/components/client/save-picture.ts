/**
 * Saves a chart or a timeline as a file that stands alone: its colours and sizes written into it, on white whatever the theme,
 * with title, runtime, machine, date and address around the drawing.
 */
import { saveFile } from '../../dom/save-file.ts';
import { dressed, line, setAll, shape } from './dressed-drawing.ts';
import { timelinePicture } from './timeline-picture.ts';

/** In units of the drawing: the frame around it, a line of the words around it, and how many of their letters its width holds. */
const PAD = 14;
const LINE = 13;
const LETTERS = 0.16;
/** Pixels of the PNG for one chart unit. */
const SCALE = 4;

function wrapped(words: string, width: number): string[] {
  const lines = [''];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= LETTERS * width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A dressed drawing between its title and its source, on white. */
function standalone(drawing: SVGSVGElement, { title = '', caption = '', page = '' }: DOMStringMap): SVGSVGElement {
  const { width, height } = drawing.viewBox.baseVal;
  const above = wrapped(title, width);
  const below = [...wrapped(caption, width), ...wrapped(`Thread or Process, ${page}`, width)];
  const top = PAD + above.length * (LINE + 3);
  const whole = { width: width + 2 * PAD, height: top + height + below.length * LINE + 2 * PAD };
  const frame = shape('svg', {
    viewBox: `0 0 ${whole.width} ${whole.height}`,
    width: whole.width * SCALE,
    height: whole.height * SCALE,
  });
  setAll(drawing, { x: PAD, y: top, width, height });
  frame.append(
    shape('rect', { width: '100%', height: '100%', fill: '#fff' }),
    ...above.map((words, index) => line(words, PAD, PAD + LINE + index * (LINE + 3), 12, 700)),
    drawing,
    ...below.map((words, index) => line(words, PAD, top + height + PAD + index * LINE, 9)),
  );
  return frame;
}

/** @throws Error where the browser can't draw the picture */
async function png(frame: SVGSVGElement, source: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Number(frame.getAttribute('width'));
  canvas.height = Number(frame.getAttribute('height'));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('expected a picture, the browser drew none'))));
  });
}

/** The drawing that a row of downloads belongs to, dressed, and the name of its file; undefined where there is none. */
function pictureOver(row: HTMLElement): { drawing: SVGSVGElement; name: string } | undefined {
  const frame = row.closest<HTMLElement>('.lanes-frame');
  const shown = (frame ?? row.closest('.drawn'))?.querySelector<SVGSVGElement>(frame ? 'svg.lanes' : '.plot > svg');
  if (!shown) return undefined;
  const [id = ''] = (shown.getAttribute('aria-labelledby') ?? '').split(' ');
  return {
    drawing: frame ? timelinePicture(frame) : dressed(shown),
    name: id.replace(frame ? /-\d+-title$/ : /-title$/, ''),
  };
}

for (const button of document.querySelectorAll<HTMLButtonElement>('.save-picture')) {
  button.addEventListener('click', async () => {
    const row = button.closest<HTMLElement>('.downloads');
    const picture = row && pictureOver(row);
    if (!picture) return;
    const frame = standalone(picture.drawing, row.dataset);
    const source = new XMLSerializer().serializeToString(frame);
    const format = button.dataset.format ?? 'svg';
    const blob = format === 'png' ? await png(frame, source) : new Blob([source], { type: 'image/svg+xml' });
    saveFile(`${picture.name}.${format}`, blob);
  });
}
