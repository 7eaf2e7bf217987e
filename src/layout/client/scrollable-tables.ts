/** A table wider than the page scrolls in its own frame; whoever has no mouse needs to reach that frame by keyboard. */
const tables = document.querySelectorAll<HTMLTableElement>('.sl-markdown-content > table');

function update(): void {
  for (const table of tables) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    else table.removeAttribute('tabindex');
  }
}

update();
addEventListener('resize', update);
