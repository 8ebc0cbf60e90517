import { randomOf } from './random';

/** What a reader types who looks for one paper, the last word not finished. */
export interface KnownItem {
  id: string;
  typed: string;
}

interface Titled {
  id: string;
  title: string;
  authors: readonly string[];
}

const SHORTEST = 4;

/**
 * For each of `count` papers two or three words of the title that stand near each other, in their
 * order, the last cut after half of its letters; every other one begins with a family name. Papers
 * are drawn by `seed`; titles of fewer than five longer words are passed over.
 */
export function knownItems(papers: readonly Titled[], count: number, seed: number): KnownItem[] {
  const random = randomOf(seed);
  const items: KnownItem[] = [];
  while (items.length < count) {
    const { id, title, authors } = papers[Math.floor(random() * papers.length)]!;
    const words = (title.toLowerCase().match(/[a-z]+/g) ?? []).filter((w) => w.length >= SHORTEST);
    if (words.length < 5 || authors.length === 0) continue;
    const length = random() < 0.5 ? 2 : 3;
    const start = Math.floor(random() * (words.length - length + 1));
    const chosen = words.slice(start, start + length);
    const last = chosen.pop()!;
    const cut = last.slice(0, Math.max(3, Math.ceil(last.length / 2)));
    const family = items.length % 2 ? authors[0]!.split(' ').at(-1)!.toLowerCase() : '';
    items.push({ id, typed: [family, ...chosen, cut].filter(Boolean).join(' ') });
  }
  return items;
}
