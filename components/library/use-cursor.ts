import { useState } from 'react';
import type { PaperId } from '../../lib/paper';
import type { Go } from './use-place';

/** The paper that is open, as a place in the list. */
export interface Cursor {
  id: PaperId | undefined;
  /** Its place; -1 when no paper is open or it is not in this list. */
  at: number;
  move(step: number): PaperId | undefined;
  open(id: PaperId): void;
}

/**
 * The open paper and the way to the next one. A paper that left the list, as when it was marked
 * read among the unread, leaves its place to the one after it.
 */
export function useCursor(
  ids: readonly PaperId[] | undefined,
  id: PaperId | undefined,
  go: Go,
): Cursor {
  const at = ids && id ? ids.indexOf(id) : -1;
  const [left, setLeft] = useState(0);
  if (at >= 0 && at !== left) setLeft(at);

  const open = (next: PaperId) => go({ paper: next }, { push: id === undefined });
  return {
    id,
    at,
    open,
    move(step) {
      if (!ids || ids.length === 0) return undefined;
      const to = id === undefined ? 0 : at >= 0 ? at + step : step > 0 ? left : left - 1;
      const next = ids[Math.min(Math.max(to, 0), ids.length - 1)]!;
      open(next);
      return next;
    },
  };
}
