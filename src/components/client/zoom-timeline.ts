/** Zoom for timelines: two buttons and Ctrl + wheel widen the track; the browser's own scrolling pans it. */
const WIDEST = 32;

for (const frame of document.querySelectorAll<HTMLElement>('.lanes-frame')) {
  const scroller = frame.querySelector<HTMLElement>('.lanes-scroller');
  const track = frame.querySelector<HTMLElement>('.lanes-track');
  if (!scroller || !track) continue;
  let zoom = 1;

  /** @param at share of the visible width that stays where it is */
  const setZoom = (next: number, at: number) => {
    const kept = (scroller.scrollLeft + at * scroller.clientWidth) / zoom;
    zoom = Math.min(WIDEST, Math.max(1, next));
    track.style.width = `${zoom * 100}%`;
    scroller.scrollLeft = kept * zoom - at * scroller.clientWidth;
    out.disabled = zoom === 1;
    closer.disabled = zoom === WIDEST;
  };
  const button = (label: string, text: string, factor: number) => {
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = text;
    element.setAttribute('aria-label', label);
    element.addEventListener('click', () => setZoom(zoom * factor, 0.5));
    return element;
  };
  const out = button('Show more time', '−', 0.5);
  const closer = button('Show finer time', '+', 2);
  out.disabled = true;
  const controls = document.createElement('div');
  controls.className = 'zoom-controls';
  controls.append(out, closer);
  frame.append(controls);
  scroller.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      setZoom(zoom * (event.deltaY < 0 ? 1.25 : 0.8), event.offsetX / scroller.clientWidth);
    },
    { passive: false },
  );
}
