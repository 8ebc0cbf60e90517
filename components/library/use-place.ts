import { useCallback, useEffect, useRef, useState } from 'react';
import { formatPlace, parsePlace, type Place } from './place';

export type Go = (change: Partial<Place>, options?: { push?: boolean }) => void;

// Browsers refuse an address that is rewritten too often, as when a key is held down.
const SETTLE_MS = 250;

/** The place in the address bar. `push` leaves a step for the Back button. */
export function usePlace(): [Place, Go] {
  const [place, setPlace] = useState(() => parsePlace(location.hash));
  const latest = useRef(place);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const onBack = () => {
      clearTimeout(timer.current);
      if (location.hash === formatPlace(latest.current)) return;
      latest.current = parsePlace(location.hash);
      setPlace(latest.current);
    };
    // A pressed link is announced by the one or the other.
    addEventListener('popstate', onBack);
    addEventListener('hashchange', onBack);
    return () => {
      // Settled later, it would rewrite the address of what comes instead.
      clearTimeout(timer.current);
      removeEventListener('popstate', onBack);
      removeEventListener('hashchange', onBack);
    };
  }, []);

  const go = useCallback<Go>((change, { push = false } = {}) => {
    const settle = () => history.replaceState(null, '', formatPlace(latest.current));
    clearTimeout(timer.current);
    if (push) settle();
    latest.current = { ...latest.current, ...change };
    if (push) history.pushState(null, '', formatPlace(latest.current));
    else timer.current = setTimeout(settle, SETTLE_MS);
    setPlace(latest.current);
  }, []);

  return [place, go];
}
