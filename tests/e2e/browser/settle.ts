/** Waits until `read` has given the same answer for `quietMs`; its last answer, changed or not. */
export async function untilUnchanged<T>(
  read: () => Promise<T>,
  { quietMs = 700, timeoutMs = 20_000, everyMs = 100 } = {},
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let answer = await read();
  let text = JSON.stringify(answer);
  let since = Date.now();
  while (Date.now() < end && Date.now() - since < quietMs) {
    await new Promise((resolve) => setTimeout(resolve, everyMs));
    answer = await read();
    const now = JSON.stringify(answer);
    if (now !== text) since = Date.now();
    text = now;
  }
  return answer;
}

/** Waits until `read` gives an answer that `isRight`; throws with the last one after `timeoutMs`. */
export async function until<T>(
  what: string,
  read: () => Promise<T>,
  isRight: (answer: T) => boolean,
  { timeoutMs = 15_000, everyMs = 50 } = {},
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await read();
    if (isRight(answer)) return answer;
    if (Date.now() > end) {
      const last = (JSON.stringify(answer) ?? 'nothing').slice(0, 500);
      throw new Error(`Waited ${timeoutMs} ms for ${what}; the last answer was ${last}`);
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
