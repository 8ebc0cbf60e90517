/** Runs tasks one after the other; a failed one does not hold up the next. */
export function inTurn(): (task: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return (task) => {
    last = last.then(task).catch((error: unknown) => console.warn('Offprint:', error));
    return last;
  };
}
