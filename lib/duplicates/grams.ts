/** The trigrams of a text: each once, as numbers in rising order. */
export type Grams = Float64Array;

/** The trigrams of `text`, with a space before and after it. */
export function gramsOf(text: string): Grams {
  const padded = ` ${text} `;
  const all = new Set<number>();
  for (let i = 0; i + 3 <= padded.length; i++)
    all.add(
      (padded.charCodeAt(i) * 65_536 + padded.charCodeAt(i + 1)) * 65_536 +
        padded.charCodeAt(i + 2),
    );
  return Float64Array.from(all).sort();
}

/**
 * Jaccard likeness of two texts by their trigrams, 0 to 1; two empty texts are not alike.
 * @param least what is less may be answered as 0, which is quicker
 */
export function likeness(a: Grams, b: Grams, least = 0): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === 0 || short.length / long.length < least) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < short.length && j < long.length;) {
    const [x, y] = [short[i]!, long[j]!];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared / (short.length + long.length - shared);
}
