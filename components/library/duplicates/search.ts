import type { Suggestion } from '../../../lib/duplicates/compare';
import { findDuplicates } from '../../../lib/duplicates/find-duplicates';
import { inPieces } from '../../../lib/duplicates/in-pieces';
import { db } from '../../../lib/db/open';
import { duplicateRecords } from '../../../lib/db/read-pairs';

/** Where the search for pairs stands. */
export type Search =
  | { state: 'none' }
  /** `done` of `of` steps: reading a paper and comparing it are a step each. */
  | { state: 'running'; done: number; of: number }
  | { state: 'cancelled' }
  | { state: 'failed'; error: unknown }
  | { state: 'found'; papers: number; suggestions: readonly Suggestion[] };

// One for the page, so that going to a list and back does not compare everything again.
let search: Search = { state: 'none' };
let running: AbortController | undefined;
const listeners = new Set<() => void>();

export function currentSearch(): Search {
  return search;
}

export function onSearch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Compares all papers, in pieces of a few milliseconds. */
export async function startSearch(): Promise<void> {
  running?.abort();
  const { signal } = (running = new AbortController());
  const say = (next: Search) => {
    if (!signal.aborted) set(next);
  };
  try {
    say({ state: 'running', done: 0, of: 1 });
    const reading = (done: number, papers: number) =>
      say({ state: 'running', done, of: 3 * papers });
    const records = await duplicateRecords(db, reading, signal);
    const papers = records.length;
    const onPause = ({ done, of }: { done: number; of: number }) =>
      say({ state: 'running', done: papers + done, of: papers + of });
    const suggestions = await inPieces(findDuplicates(records), { onPause, signal });
    say({ state: 'found', papers, suggestions });
  } catch (error) {
    say({ state: 'failed', error });
  }
}

export function cancelSearch(): void {
  running?.abort();
  if (search.state === 'running') set({ state: 'cancelled' });
}

function set(next: Search): void {
  search = next;
  for (const listener of listeners) listener();
}
