/**
 * Shows an element's title to readers without a mouse: a tap on a figure or a verdict shows its source, and a glossary term
 * that gets the keyboard's focus shows its definition.
 */
const popover = document.createElement('div');
popover.popover = 'auto';
popover.className = 'title-popover';
document.body.append(popover);

function showTitle(element: Element | null): void {
  const text = element?.getAttribute('title');
  if (!text) return;
  popover.textContent = text;
  popover.showPopover();
}

document.addEventListener('click', ({ target }) => {
  if (target instanceof Element) showTitle(target.closest('.figure, .ratio, .origin, .absent, span.chip'));
});
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && target.matches('.term:focus-visible')) showTitle(target);
});
document.addEventListener('focusout', ({ target }) => {
  if (target instanceof Element && target.matches('.term')) popover.hidePopover();
});
