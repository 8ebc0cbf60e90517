/** Runs tasks one after the other, and answers each its own result; a failed one holds up none. */
export function inTurn<T>(): (task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
