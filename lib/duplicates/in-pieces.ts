/**
 * Runs a generator to its end with a pause whenever it has held the page for `sliceMs`.
 * @param onPause told what the generator said last before each pause
 * @throws the signal's reason when it was given up
 */
export async function inPieces<P, R>(
  work: Generator<P, R>,
  {
    onPause,
    signal,
    now = () => performance.now(),
    pause = () => new Promise<void>((resolve) => setTimeout(resolve)),
    sliceMs = 8,
  }: {
    onPause?: (progress: P) => void;
    signal?: AbortSignal;
    now?: () => number;
    pause?: () => Promise<void>;
    sliceMs?: number;
  } = {},
): Promise<R> {
  let until = now() + sliceMs;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (now() < until) continue;
    onPause?.(step.value);
    await pause();
    signal?.throwIfAborted();
    until = now() + sliceMs;
  }
}
