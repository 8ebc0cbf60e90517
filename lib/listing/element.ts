type Tags = HTMLElementTagNameMap;

/** An element with properties and children. Strings become text, whatever they hold. */
export function element<K extends keyof Tags>(
  tag: K,
  properties: Partial<Tags[K]> = {},
  ...children: (Node | string)[]
): Tags[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A button that does `act`; a script of the page cannot press it. */
export function button(
  properties: Partial<HTMLButtonElement>,
  text: string,
  act: () => void,
): HTMLButtonElement {
  const onclick = (event: Event) => event.isTrusted && act();
  return element('button', { type: 'button', ...properties, onclick }, text);
}

/** Gives an element the colour of a tag. */
export function tinted<E extends HTMLElement>(color: number, made: E): E {
  made.style.color = `var(--tag-${color})`;
  return made;
}
