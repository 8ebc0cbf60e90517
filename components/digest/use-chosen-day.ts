import { useSyncExternalStore } from 'react';
import type { Day } from '../../lib/paper';

/** The day that the address names, as in `digest.html#2026-08-22`; '' where it names none. */
export function useChosenDay(): Day {
  return useSyncExternalStore(subscribe, () => location.hash.slice(1));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
