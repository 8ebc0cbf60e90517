import type { Print } from './print';

/** Words of a title it is looked up by. */
const RAREST = 3;
/** Records of a block that are all compared with each other; of a larger one, neighbours only. */
const ALL_OF = 40;
const NEIGHBOURS = 8;

/**
 * The pairs worth comparing, as places in `prints`, each once: those that share one of their rarest
 * title words, their title, or all their authors. In time that grows with the number of records,
 * whatever they have in common. One piece of work at a time, so that the caller can pause.
 */
export function* candidatePairs(prints: readonly Print[]): Generator<readonly [number, number][]> {
  const seen = new Set<number>();
  for (const members of blocksOf(prints)) {
    const pairs: [number, number][] = [];
    const reach = members.length <= ALL_OF ? members.length : NEIGHBOURS;
    members.forEach((x, i) => {
      for (const y of members.slice(i + 1, i + 1 + reach)) {
        const [low, high] = x < y ? [x, y] : [y, x];
        const pair = low * prints.length + high;
        if (seen.has(pair)) continue;
        seen.add(pair);
        pairs.push([low, high]);
      }
    });
    yield pairs;
  }
}

/** Places of records that share a key, two at least, like titles side by side. */
function blocksOf(prints: readonly Print[]): number[][] {
  const counts = new Map<string, number>();
  for (const { words } of prints)
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const blocks = new Map<string, number[]>();
  prints.forEach((print, i) => {
    for (const key of keysOf(print, counts)) {
      const block = blocks.get(key);
      if (block) block.push(i);
      else blocks.set(key, [i]);
    }
  });
  const shared = [...blocks.values()].filter((block) => block.length > 1);
  for (const block of shared) block.sort((x, y) => byTitle(prints[x]!, prints[y]!));
  return shared;
}

function keysOf({ title, words, families }: Print, counts: ReadonlyMap<string, number>): string[] {
  // A word that no other title has, such as one with a slip of the pen, finds nothing.
  const useful = [...new Set(words)].filter((word) => counts.get(word)! > 1);
  const rarest = useful.sort((x, y) => counts.get(x)! - counts.get(y)!).slice(0, RAREST);
  const keys = rarest.map((word) => `w ${word}`);
  if (title) keys.push(`t ${title}`);
  if (families.size > 1) keys.push(`a ${[...families].sort().join(' ')}`);
  return keys;
}

function byTitle(x: Print, y: Print): number {
  return x.title < y.title ? -1 : x.title > y.title ? 1 : 0;
}
