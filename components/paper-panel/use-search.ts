import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import { db } from '../../lib/db/open';
import { decisions, paperTexts } from '../../lib/db/search-texts';
import type { PaperId } from '../../lib/paper';
import { isEmpty, matcher, parseQuery } from '../../lib/search/plain';

const CHUNK = 500;

export interface Found {
  ids: readonly PaperId[] | undefined;
  /** What to mark; empty when nothing is searched for. */
  words: readonly string[];
  /** True while older papers are still being looked through. */
  busy: boolean;
}

/** Those of `ids` that answer `typed` by what pages or the user say of them, in their order. */
export function useSearch(ids: readonly PaperId[] | undefined, typed: string): Found {
  const query = useMemo(() => parseQuery(typed), [typed]);
  const searching = !isEmpty(query);
  const { texts, read } = useTexts(searching ? ids : undefined);
  const decided = useLiveQuery(async () => (searching ? decisions(db) : undefined), [searching]);

  const found = useMemo(() => {
    if (!searching || !ids) return ids;
    if (!decided) return undefined;
    const matches = matcher(query, decided.tagNames);
    return ids.filter((id) => {
      const text = texts.get(id);
      if (text === undefined) return false;
      const { note, ...rest } = decided.papers.get(id) ?? { note: '', tagIds: [] };
      return matches({ text: note ? `${text}\n${note}` : text, ...rest });
    });
  }, [ids, searching, query, texts, decided]);

  const busy = searching && (decided === undefined || read < (ids?.length ?? 0));
  return { ids: found, words: query.words, busy };
}

interface Texts {
  texts: ReadonlyMap<PaperId, string>;
  /** How many papers were looked up, from the newest. */
  read: number;
}

const NONE: Texts = { texts: new Map(), read: 0 };

/** The texts of papers, read newest first in pieces, and let go when nothing is searched for. */
function useTexts(ids: readonly PaperId[] | undefined): Texts {
  const [state, setState] = useState(NONE);
  const searching = ids !== undefined;
  // Kept for the whole search: a list that changed by one paper is not read again.
  const known = useMemo(() => (searching ? new Map<PaperId, string>() : undefined), [searching]);

  useEffect(() => {
    let left = false;
    const readOn = async () => {
      for (let from = 0; ids && known && from < ids.length; from += CHUNK) {
        const chunk = ids.slice(from, from + CHUNK);
        const missing = chunk.filter((id) => !known.has(id));
        for (const [id, text] of await paperTexts(db, missing)) known.set(id, text);
        if (left) return;
        // A new object each time: what was found is found again with what was added.
        setState({ texts: new Map(known), read: from + chunk.length });
      }
    };
    void readOn();
    return () => {
      left = true;
    };
  }, [ids, known]);

  return ids ? state : NONE;
}
