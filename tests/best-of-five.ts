/**
 * The least processor time of five runs of each in milliseconds, after one to warm up. Time on the
 * clock would measure whatever else the machine does; they take turns, so that what else this
 * process does falls on all of them.
 */
export function bestOfFive(...runs: readonly (() => unknown)[]): number[] {
  for (const run of runs) run();
  const times = runs.map((): number[] => []);
  for (let round = 0; round < 5; round++)
    runs.forEach((run, i) => {
      const start = process.cpuUsage();
      run();
      times[i]!.push(process.cpuUsage(start).user / 1000);
    });
  return times.map((each) => Math.min(...each));
}
