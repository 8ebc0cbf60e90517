/**
 * nDCG of the first `k` of a ranking as trec_eval's `ndcg_cut` has it: grades as gains, discounted
 * by log2(rank + 1), over the best order of all that was judged, found or not.
 */
export function ndcgAt(
  k: number,
  ranking: readonly string[],
  relevant: ReadonlyMap<string, number>,
): number {
  const dcg = (gains: readonly number[]) =>
    gains.slice(0, k).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
  const best = dcg([...relevant.values()].sort((a, b) => b - a));
  return best === 0 ? 0 : dcg(ranking.map((id) => relevant.get(id) ?? 0)) / best;
}
