/** Creates an element with its text or children. No markup is ever parsed. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: { className?: string; type?: string; scope?: string } = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  Object.assign(made, properties);
  made.append(...children);
  return made;
}

export function button(label: string, act: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button' }, label);
  made.addEventListener('click', act);
  return made;
}
