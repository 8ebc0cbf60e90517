/**
 * `work` as something that never runs beside itself: called while it runs, it runs once more at its
 * end, so that what was queued since it last looked is not lost.
 * @returns starts it, or joins the run that is under way; settles with that run
 */
export function neverBeside(work: () => Promise<void>): () => Promise<void> {
  let again = false;
  let running: Promise<void> | undefined;
  const run = async () => {
    try {
      while (again) {
        again = false;
        await work();
      }
    } finally {
      // In the same breath as the last look at `again`: a call in between is never lost.
      running = undefined;
    }
  };
  return () => {
    again = true;
    return (running ??= run());
  };
}
