import { useLayoutEffect, useRef, type RefObject } from 'react';

/** To be spread on an element whose buttons change with `state`: who was in it stays in it. */
export function useFocusWithin(state: unknown): {
  ref: RefObject<HTMLDivElement | null>;
  onFocus: () => void;
  onBlur: (event: { relatedTarget: EventTarget | null }) => void;
} {
  const ref = useRef<HTMLDivElement>(null);
  const wasWithin = useRef(false);
  useLayoutEffect(() => {
    // The browser drops the focus of a button that goes; whoever moved it elsewhere is left there.
    if (wasWithin.current && document.activeElement === document.body)
      ref.current?.querySelector<HTMLElement>('button, a')?.focus();
  }, [state]);
  return {
    ref,
    onFocus: () => {
      wasWithin.current = true;
    },
    onBlur: ({ relatedTarget }) => {
      if (relatedTarget) wasWithin.current = false;
    },
  };
}
