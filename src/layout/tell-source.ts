/** A finger has no hover: a tap on a figure or a verdict shows what a mouse finds in its title. */
const told = document.createElement('div');
told.popover = 'auto';
told.className = 'told';
document.body.append(told);

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const asked = event.target.closest('.figure, .ratio, .origin, .absent, span.chip');
  const text = asked?.getAttribute('title');
  if (!text) return;
  told.textContent = text;
  told.showPopover();
});
