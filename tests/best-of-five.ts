/**
 * The least processor time of five runs in milliseconds, after one to warm up. Time on the clock
 * would measure whatever else the machine does.
 */
export function bestOfFive(run: () => unknown): number {
  run();
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    run();
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...times);
}
