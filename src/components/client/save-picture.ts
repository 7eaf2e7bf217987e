/**
 * Saves a chart as a file that stands alone: its colours and sizes written into it, on white whatever the theme, with title,
 * runtime, machine, date and address around the drawing.
 */
import { saveFile } from '../../dom/save-file.ts';

const SVG = 'http://www.w3.org/2000/svg';
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-size',
  'font-weight',
  'font-family',
];

/** In chart units: the frame around the drawing, and a line of the words around it with its longest text. */
const PAD = 14;
const LINE = 13;
const LONGEST = 64;
/** Pixels of the PNG for one chart unit. */
const SCALE = 4;

/** The drawing with every colour and size that the page's style sheets give it on light ground. */
function dressed(drawing: SVGSVGElement): SVGSVGElement {
  const page = document.documentElement;
  const { theme } = page.dataset;
  page.dataset.theme = 'light';
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = drawing.querySelectorAll<SVGElement>('*');
  for (const [index, element] of copy.querySelectorAll<SVGElement>('*').entries()) {
    const original = originals[index];
    if (!original) continue;
    const style = getComputedStyle(original);
    for (const property of properties) element.setAttribute(property, style.getPropertyValue(property));
  }
  copy.setAttribute('color', getComputedStyle(drawing).color);
  if (theme === undefined) delete page.dataset.theme;
  else page.dataset.theme = theme;
  return copy;
}

function wrapped(words: string): string[] {
  const lines = [''];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= LONGEST) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function textAt(y: number, words: string, size: number, weight: string): SVGTextElement {
  const text = document.createElementNS(SVG, 'text');
  const attributes = {
    x: PAD,
    y,
    'font-size': size,
    'font-weight': weight,
    'font-family': getComputedStyle(document.body).fontFamily,
    fill: '#17181b',
  };
  for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, String(value));
  text.textContent = words;
  return text;
}

/** A drawing between its title and its source, on white. */
function standalone(drawing: SVGSVGElement, { title = '', caption = '', page = '' }: DOMStringMap): SVGSVGElement {
  const copy = dressed(drawing);
  const { width, height } = drawing.viewBox.baseVal;
  const above = wrapped(title);
  const below = [...wrapped(caption), ...wrapped(`Thread or Process, ${page}`)];
  const top = PAD + above.length * (LINE + 3);
  const whole = { width: width + 2 * PAD, height: top + height + below.length * LINE + 2 * PAD };
  const frame = document.createElementNS(SVG, 'svg');
  frame.setAttribute('viewBox', `0 0 ${whole.width} ${whole.height}`);
  frame.setAttribute('width', String(whole.width * SCALE));
  frame.setAttribute('height', String(whole.height * SCALE));
  const paper = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: '#fff' }))
    paper.setAttribute(name, value);
  for (const [name, value] of Object.entries({ x: PAD, y: top, width, height })) copy.setAttribute(name, String(value));
  frame.append(
    paper,
    ...above.map((line, index) => textAt(PAD + LINE + index * (LINE + 3), line, 12, '700')),
    copy,
    ...below.map((line, index) => textAt(top + height + PAD + index * LINE, line, 9, '400')),
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

for (const button of document.querySelectorAll<HTMLButtonElement>('.save-picture')) {
  button.addEventListener('click', async () => {
    const row = button.closest<HTMLElement>('.downloads');
    const drawing = button.closest('.drawn')?.querySelector<SVGSVGElement>('.plot > svg');
    if (!row || !drawing) return;
    const frame = standalone(drawing, row.dataset);
    const source = new XMLSerializer().serializeToString(frame);
    const format = button.dataset.format ?? 'svg';
    const blob = format === 'png' ? await png(frame, source) : new Blob([source], { type: 'image/svg+xml' });
    const [id = 'chart-title'] = (drawing.getAttribute('aria-labelledby') ?? '').split(' ');
    saveFile(`${id.replace(/-title$/, '')}.${format}`, blob);
  });
}
