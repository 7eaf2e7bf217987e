/** Drawings that look the same without the page: the colours and sizes that its style sheets give are written into them. */

const SVG = 'http://www.w3.org/2000/svg';

const PROPERTIES = [
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

/** Of words on white. */
const INK = '#17181b';

export function setAll(element: SVGElement, attributes: Readonly<Record<string, string | number>>): void {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
}

export function shape<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  setAll(element, attributes);
  return element;
}

/** A line of words that begins at x and stands on y, in the units of its drawing. */
export function line(words: string, x: number, y: number, size: number, weight = 400): SVGTextElement {
  const fontFamily = getComputedStyle(document.body).fontFamily;
  const text = shape('text', { x, y, 'font-size': size, 'font-weight': weight, 'font-family': fontFamily, fill: INK });
  text.textContent = words;
  return text;
}

/** A copy of a drawing on the page, dressed as it is shown on light ground. */
export function dressed(drawing: SVGSVGElement): SVGSVGElement {
  const page = document.documentElement;
  const { theme } = page.dataset;
  page.dataset.theme = 'light';
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = drawing.querySelectorAll<SVGElement>('*');
  for (const [index, element] of copy.querySelectorAll<SVGElement>('*').entries()) {
    const original = originals[index];
    if (!original) continue;
    const style = getComputedStyle(original);
    for (const property of PROPERTIES) element.setAttribute(property, style.getPropertyValue(property));
  }
  copy.setAttribute('color', getComputedStyle(drawing).color);
  if (theme === undefined) delete page.dataset.theme;
  else page.dataset.theme = theme;
  return copy;
}
