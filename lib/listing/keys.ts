/** What a key does to the row at an element; says whether there was one. */
export type KeyAct = (target: Element | undefined) => boolean;

/** Listens for Alt and these letters, but never while the reader types. Ends with `signal`. */
export function watchKeys(acts: Record<string, KeyAct>, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    const isOurs = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!isOurs || !event.isTrusted || event.repeat || isTyping(event)) return;
    const act = acts[letterOf(event)];
    // The row that has the focus comes before the one under the pointer.
    const targets = [':focus-visible', ':hover'].map((at) =>
      [...document.querySelectorAll(at)].at(-1),
    );
    if (!act || !targets.some(act)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('keydown', onKey, { capture: true, signal });
}

// On a Mac, Alt types a letter of its own (ß, †): there the place of the key tells.
function letterOf({ key, code }: KeyboardEvent): string {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace('Key', '').toLowerCase();
}

function isTyping(event: Event): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, offprint-tags'))
  );
}
