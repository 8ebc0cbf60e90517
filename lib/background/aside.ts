/** Lets a task go on by itself; nobody waits for it, so what goes wrong is only noted. */
export function aside(task: Promise<unknown>): void {
  void task.catch((error: unknown) => console.warn('Offprint:', error));
}
