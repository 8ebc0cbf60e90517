import { useEffect, useRef } from 'react';

/** What each key does, by `KeyboardEvent.key`. */
export type KeyMap = Record<string, (event: KeyboardEvent) => void>;

const ELSEWHERE =
  'input, textarea, select, [contenteditable], [role=menu], [role=dialog], [role=listbox]';

// What Enter and Space do by themselves.
const PRESSES = new Set(['Enter', ' ']);
const PRESSED = 'a, button, summary';

/**
 * Runs `map` for keys pressed anywhere on the page, except while typing or in a menu or dialog;
 * an empty map while something opens, so that what is typed ahead is no command.
 */
export function useKeys(map: KeyMap): void {
  const current = useRef(map);
  useEffect(() => {
    current.current = map;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest(ELSEWHERE)) return;
      if (PRESSES.has(event.key) && target.closest(PRESSED)) return;
      const act = current.current[event.key];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
