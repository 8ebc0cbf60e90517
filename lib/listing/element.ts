/** An element with attributes and children. Strings become text, whatever they hold. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]!);
  made.append(...children);
  return made;
}

/** A button that does `act`; a script of the page cannot press it. */
export function button(className: string, text: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className }, text);
  made.onclick = (event) => event.isTrusted && act();
  return made;
}

/** Gives an element the colour of a tag. */
export function tinted<E extends HTMLElement>(color: number, made: E): E {
  made.style.color = `var(--tag-${color})`;
  return made;
}
