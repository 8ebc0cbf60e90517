import { useSyncExternalStore } from 'react';

// How many pairs wait, for the sidebar; undefined until the view has looked once.
let count: number | undefined;
const listeners = new Set<() => void>();

export function setDuplicatesCount(next: number | undefined): void {
  if (next === count) return;
  count = next;
  for (const listener of listeners) listener();
}

/** How many pairs of papers may be one; undefined until it is known. */
export function useDuplicatesCount(): number | undefined {
  return useSyncExternalStore(subscribe, () => count);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
