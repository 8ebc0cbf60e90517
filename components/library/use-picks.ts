import { useMemo, useState } from 'react';
import type { PaperId } from '../../lib/paper';

/** The papers that were selected to do one thing with all of them. */
export interface Picks {
  /** In the order of the list; what left the list is not among them. */
  ids: readonly PaperId[];
  has(id: PaperId): boolean;
  toggle(id: PaperId): void;
  /** Selects everything between the last one touched (or `from`) and `id`. */
  reach(id: PaperId, from?: PaperId): void;
  all(): void;
  clear(): void;
}

const NONE: ReadonlySet<PaperId> = new Set();

export function usePicks(ids: readonly PaperId[] = []): Picks {
  const [picked, setPicked] = useState(NONE);
  const [anchor, setAnchor] = useState<PaperId>();
  const current = useMemo(
    () => (picked.size > 0 ? ids.filter((id) => picked.has(id)) : []),
    [ids, picked],
  );
  return {
    ids: current,
    has: (id) => picked.has(id),
    toggle(id) {
      setAnchor(id);
      setPicked((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      });
    },
    reach(id, from) {
      const start = anchor !== undefined && picked.has(anchor) ? anchor : (from ?? id);
      const [a = 0, b = 0] = [ids.indexOf(start), ids.indexOf(id)].sort((x, y) => x - y);
      setAnchor(start);
      setPicked(new Set([...(a < 0 ? [] : ids.slice(a, b + 1)), id]));
    },
    all: () => setPicked(new Set(ids)),
    clear: () => {
      setAnchor(undefined);
      setPicked(NONE);
    },
  };
}
