/** Papers compared by their words: what is alike, and what the reader likes. Pure. */
import { normalise } from '../identity';

/** The words of one text with their weights; of length 1. */
export type WordVector = ReadonlyMap<string, number>;

const SHORTEST = 3;

/** Vectors of texts, tf-idf within them: words that most of them share weigh little. */
export function wordVectors(texts: readonly string[]): WordVector[] {
  const bags = texts.map(bagOf);
  const spread = new Map<string, number>();
  for (const bag of bags)
    for (const word of bag.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  return bags.map((bag) => {
    const weights = [...bag].map(([word, count]): [string, number] => [
      word,
      (1 + Math.log(count)) * Math.log(1 + texts.length / spread.get(word)!),
    ]);
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([word, weight]) => [word, weight / length]));
  });
}

/** Cosine of two vectors: 0 nothing in common, 1 the same words. */
export function likeness(a: WordVector, b: WordVector): number {
  const [short, long] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of short) sum += weight * (long.get(word) ?? 0);
  return sum;
}

function bagOf(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of normalise(text).split(' '))
    if (word.length >= SHORTEST) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}
