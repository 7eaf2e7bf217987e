/**
 * What a mouse finds in a title, for those without one: a tap on a figure or a verdict tells its source, and a term of the
 * glossary that the keyboard reaches tells its definition.
 */
const told = document.createElement('div');
told.popover = 'auto';
told.className = 'told';
document.body.append(told);

function tell(asked: Element | null): void {
  const text = asked?.getAttribute('title');
  if (!text) return;
  told.textContent = text;
  told.showPopover();
}

document.addEventListener('click', ({ target }) => {
  if (target instanceof Element) tell(target.closest('.figure, .ratio, .origin, .absent, span.chip'));
});
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && target.matches('.term:focus-visible')) tell(target);
});
document.addEventListener('focusout', ({ target }) => {
  if (target instanceof Element && target.matches('.term')) told.hidePopover();
});
