/** Marks where the reader is in the lists of headings, and folds the menu again. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a, .outline a')];
const headingOf = (link: HTMLAnchorElement) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
const headings = [...new Set(links.flatMap((link) => headingOf(link) ?? []))];
const here = document.querySelector('.contents-here');
const folded = document.querySelector<HTMLDetailsElement>('.contents details');

/** Scrolls the column of headings, and nothing else, so that the link is seen. */
function keepInView(link: HTMLElement): void {
  const column = link.closest('.right-sidebar');
  if (column) column.scrollTop = link.offsetTop - column.clientHeight / 2;
}

function mark(current: Element | undefined): void {
  for (const link of links) {
    if (headingOf(link) !== current) link.removeAttribute('aria-current');
    else {
      link.setAttribute('aria-current', 'true');
      const outline = link.closest('.outline');
      if (outline) keepInView(link);
      else if (here) here.textContent = link.textContent;
    }
  }
}

// A heading counts as passed once it is above the upper quarter of the window, however far above: no jump escapes that.
const passed = new Set<Element>();
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) passed.add(target);
      else passed.delete(target);
    }
    mark(headings.findLast((heading) => passed.has(heading)) ?? headings[0]);
  },
  { rootMargin: '100000% 0px -75% 0px' },
);
for (const heading of headings) observer.observe(heading);

if (folded) {
  addEventListener('click', ({ target }) => {
    const inside = target instanceof Element && folded.contains(target);
    if (!inside || target.closest('a')) folded.open = false;
  });
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !folded.open) return;
    const focused = folded.contains(document.activeElement);
    folded.open = false;
    if (focused) folded.querySelector('summary')?.focus();
  });
}
