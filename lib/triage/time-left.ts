/** From how many papers on anything is said of the time. */
const ENOUGH = 3;

/**
 * How long the papers that are left will take at the reader's own pace, in milliseconds: the median
 * of the times so far for each, so that one paper read in full, or a walk to the kettle, says
 * nothing. Undefined until three papers were seen.
 * @param spent milliseconds on each paper so far
 */
export function timeLeft(spent: readonly number[], left: number): number | undefined {
  if (spent.length < ENOUGH) return undefined;
  const sorted = [...spent].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return median * left;
}
