/** The shortest of five runs in milliseconds, after one to warm up: the least disturbed by others. */
export function bestOfFive(run: () => unknown): number {
  run();
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
