const SLICE_MS = 8;

/**
 * Does `work` for each item, giving the page its turn between slices; undefined when it stopped
 * because `isStale`, otherwise the end of `items`.
 * @param name what the slices are measured as
 */
export async function inSlices<T, R>(
  items: Iterator<T, R>,
  work: (item: T) => void,
  isStale: () => boolean,
  name: string,
): Promise<IteratorReturnResult<R> | undefined> {
  let start = performance.now();
  for (;;) {
    const step = items.next();
    if (!step.done) work(step.value);
    if (!step.done && performance.now() - start <= SLICE_MS) continue;
    performance.measure(name, { start });
    if (step.done) return step;
    await nextTurn();
    if (isStale()) return undefined;
    start = performance.now();
  }
}

function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
