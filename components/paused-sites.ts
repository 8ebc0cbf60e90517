/** The paused sites with or without one of them. */
export function withSite(paused: readonly string[], site: string, isPaused: boolean): string[] {
  const others = paused.filter((each) => each !== site);
  return isPaused ? [...others, site] : others;
}
