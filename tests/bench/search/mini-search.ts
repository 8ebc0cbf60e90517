import { stem } from '../../../lib/search/stem';
import { isStopWord } from '../../../lib/search/stop-words';
import type { Engine } from './quality';
import type { Collection } from './scifact';

/** As much of MiniSearch as is used here. */
interface MiniSearch {
  addAll(documents: Collection['documents']): void;
  search(text: string): { id: string; score: number; terms: string[] }[];
}

type MiniSearchClass = new (options: object) => MiniSearch;

/**
 * The control, MiniSearch 7 at its published best (.677): the same stems and stop words, title and
 * abstract as one field, its score without the factor for how many words matched. Undefined where
 * the package is not installed; it is no dependency of the extension.
 */
export async function miniSearchEngine({ documents }: Collection): Promise<Engine | undefined> {
  const MiniSearch = await loadMiniSearch();
  if (!MiniSearch) return undefined;
  const engine = new MiniSearch({
    fields: ['text'],
    extractField: (document: Collection['documents'][number], field: string) =>
      field === 'id' ? document.id : `${document.title} ${document.abstract}`,
    processTerm: (term: string) => {
      const word = term.toLowerCase();
      return isStopWord(word) ? null : stem(word);
    },
    searchOptions: { bm25: { k: 0.9, b: 0.4, d: 0 } },
  });
  engine.addAll(documents);
  return (text) =>
    engine
      .search(text)
      .map(({ id, score, terms }) => ({ id, score: score / terms.length }))
      .sort((a, b) => b.score - a.score);
}

async function loadMiniSearch(): Promise<MiniSearchClass | undefined> {
  // Not a literal: the compiler would look for the package.
  const name = 'minisearch';
  try {
    const module: { default: MiniSearchClass } = await import(/* @vite-ignore */ name);
    return module.default;
  } catch {
    return undefined;
  }
}
