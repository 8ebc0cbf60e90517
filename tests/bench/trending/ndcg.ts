/**
 * Normalised discounted cumulative gain of the first `k`: gains in the order of a ranking, graded as
 * they are, discounted by log2(rank + 1), over the best order's. At least one must be above 0.
 */
export function ndcg(gains: readonly number[], k: number): number {
  return dcg(gains.slice(0, k)) / dcg(gains.toSorted((a, b) => b - a).slice(0, k));
}

function dcg(gains: readonly number[]): number {
  return gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}
