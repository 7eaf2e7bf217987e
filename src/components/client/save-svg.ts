/** Saves a chart as a file that stands alone: every colour and size that the page's style sheets give is written into it. */
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

function standalone(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = drawing.querySelectorAll<SVGElement>('*');
  for (const [index, element] of copy.querySelectorAll<SVGElement>('*').entries()) {
    const original = originals[index];
    if (!original) continue;
    const style = getComputedStyle(original);
    for (const property of properties) element.setAttribute(property, style.getPropertyValue(property));
  }
  copy.setAttribute('color', getComputedStyle(drawing).color);
  return new XMLSerializer().serializeToString(copy);
}

for (const button of document.querySelectorAll<HTMLButtonElement>('.save-svg')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const drawing = button.closest('.beside, .for-runtime, .chart')?.querySelector<SVGSVGElement>('.plot > svg');
    if (!drawing) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([standalone(drawing)], { type: 'image/svg+xml' }));
    link.download = `${
      drawing
        .getAttribute('aria-labelledby')
        ?.split(' ')[0]
        ?.replace(/-title$/, '') ?? 'chart'
    }.svg`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
}
