const SLICE_MS = 8;

/**
 * Does `work` for each item, giving the page its turn between slices; false when it stopped
 * because `isStale`.
 */
export async function inSlices<T>(
  items: readonly T[],
  work: (item: T) => void,
  isStale: () => boolean,
): Promise<boolean> {
  let since = performance.now();
  for (const item of items) {
    if (performance.now() - since > SLICE_MS) {
      performance.measure('offprint:decorate', { start: since });
      await nextTurn();
      if (isStale()) return false;
      since = performance.now();
    }
    work(item);
  }
  performance.measure('offprint:decorate', { start: since });
  return true;
}

function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
