/** A timeline as one drawing. On the page its names, lanes, axis and key are elements of their own, as wide as the window. */
import { dressed, line, setAll, shape } from './dressed-drawing.ts';

/** Units: the whole, the column of the workers' names, and the lines of a run's title and of the key. */
const WIDTH = 640;
const NAMES = 108;
const TITLE = 22;
const KEY = 16;

/** Units a letter of the key takes, about, and a sample before its words. */
const LETTER = 5.5;
const SAMPLE = 24;

const names = (group: HTMLElement): HTMLElement[] => [...group.querySelectorAll<HTMLElement>('.lane-names li')];

/** One run: its title, and its lanes beside their names. Of many lanes only those names that the page shows too. */
function runPicture(group: HTMLElement, lanes: SVGSVGElement): { parts: SVGElement[]; height: number } {
  const title = group.querySelector('.named')?.textContent?.trim() ?? '';
  const drawn = dressed(lanes);
  const height = lanes.height.baseVal.value;
  setAll(drawn, { x: NAMES, y: TITLE, width: WIDTH - NAMES, height });
  const first = names(group)[0]?.offsetTop ?? 0;
  const named = names(group)
    .filter((name) => getComputedStyle(name).visibility !== 'hidden')
    .map((name) => {
      const middle = TITLE + 4 + name.offsetTop - first + name.offsetHeight / 2;
      return line(name.textContent ?? '', 0, middle + 4, 10);
    });
  return { parts: [line(title, 0, TITLE - 7, 12, 600), ...named, drawn], height: TITLE + height };
}

/** What the bars and lines mean, each with a sample out of the drawing, in as many lines as that takes. */
function keyPicture(key: Element, drawing: SVGElement): { parts: SVGElement[]; height: number } {
  const parts: SVGElement[] = [];
  let [x, y] = [0, KEY];
  for (const item of key.querySelectorAll('span')) {
    const words = item.textContent?.trim() ?? '';
    const found = drawing.querySelector(`.${item.classList.item(1) ?? 'none'}`);
    const width = (found ? SAMPLE : 0) + LETTER * words.length + 2 * LETTER;
    if (x > 0 && x + width > WIDTH) [x, y] = [0, y + KEY];
    if (found) {
      const sample = found.cloneNode() as SVGElement;
      const upright = item.classList.contains('hand-over');
      const place =
        sample.tagName === 'rect'
          ? { x, y: y - 8, width: SAMPLE - 6, height: 8 }
          : { x1: x, x2: upright ? x : x + SAMPLE - 6, y1: upright ? y - 9 : y - 4, y2: upright ? y : y - 4 };
      setAll(sample, place);
      parts.push(sample);
    }
    parts.push(line(words, x + (found ? SAMPLE : 0), y, 10));
    x += width;
  }
  return { parts, height: y + KEY / 2 };
}

/**
 * @param frame one machine's `.lanes-frame`, at whatever zoom
 * @returns all of its time, dressed
 */
export function timelinePicture(frame: HTMLElement): SVGSVGElement {
  const whole = shape('svg', { 'text-anchor': 'start' });
  let height = 0;
  const add = (part: { parts: readonly SVGElement[]; height: number }) => {
    const place = shape('g', { transform: `translate(0,${height})` });
    place.append(...part.parts);
    whole.append(place);
    height += part.height;
  };
  for (const group of frame.querySelectorAll<HTMLElement>('.lane-group')) {
    const lanes = group.querySelector<SVGSVGElement>('svg.lanes');
    if (lanes) add(runPicture(group, lanes));
  }
  const axis = frame.querySelector<SVGSVGElement>('.time-axis');
  if (axis) {
    const drawn = dressed(axis);
    setAll(drawn, { x: NAMES, width: WIDTH - NAMES, overflow: 'visible' });
    add({ parts: [drawn], height: axis.height.baseVal.value });
  }
  const key = frame.querySelector('.lane-key');
  if (key) add(keyPicture(key, whole));
  whole.setAttribute('viewBox', `0 0 ${WIDTH} ${height}`);
  return whole;
}
