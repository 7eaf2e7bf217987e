/** Observable Plot at build time: a document to draw in, and the clean-up of the drawing that fits it to this site. */
import { type PlotOptions, plot } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { escapeText } from '../text/escape-text.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** Width of every chart in its own units. Text is sized by container width in CSS, so it stays legible at 360 pixels. */
export const CHART_WIDTH = 400;

/** Attributes that only repeat a default, or describe parts although the whole drawing has one text alternative. */
const SUPERFLUOUS = ['aria-label', 'aria-hidden', 'style', 'font-family', 'font-variant'];

/** One drawing's inner SVG and its height. Colours come from the classes of its marks. */
export interface Drawing {
  height: number;
  inner: string;
}

/** Renders one plot: no style element, no style attribute, coordinates rounded to a tenth. */
export function draw(options: PlotOptions & { height: number }): Drawing {
  const root = plot({ ...options, document: document as unknown as Document, width: CHART_WIDTH });
  const svg = root.tagName.toLowerCase() === 'svg' ? root : root.querySelector('svg');
  if (!svg) throw new Error('expected Observable Plot to give an SVG element, found none');
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const element of svg.querySelectorAll('*')) {
    for (const name of SUPERFLUOUS) element.removeAttribute(name);
    for (const { name, value } of [...element.attributes]) {
      if (/\d\.\d\d/.test(value)) element.setAttribute(name, value.replace(/-?\d+\.\d{2,}(?:e-\d+)?/g, roundTenth));
    }
  }
  for (const text of svg.querySelectorAll('text')) if (!text.textContent) text.remove();
  return { height: options.height, inner: svg.innerHTML };
}

function roundTenth(number: string): string {
  return String(Math.round(Number(number) * 10) / 10);
}

export interface ChartText {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What a reader who can't see the drawing should know. */
  description: string;
}

/** Stacks drawings into one SVG with a title and a description. */
export function assemble(drawings: readonly Drawing[], { id, title, description }: ChartText): string {
  let y = 0;
  const parts = drawings.map(({ height, inner }) => {
    const part = y === 0 ? `<g>${inner}</g>` : `<g transform="translate(0,${y})">${inner}</g>`;
    y += height;
    return part;
  });
  const head = `<title id="${id}-title">${escapeText(title)}</title><desc id="${id}-desc">${escapeText(description)}</desc>`;
  return (
    `<svg viewBox="0 0 ${CHART_WIDTH} ${y}" role="img" aria-labelledby="${id}-title ${id}-desc" ` +
    `text-anchor="middle" fill="currentColor" xmlns="http://www.w3.org/2000/svg">${head}${parts.join('')}</svg>`
  );
}
