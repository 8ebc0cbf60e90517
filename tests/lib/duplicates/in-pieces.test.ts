import { expect, test } from 'vitest';
import { inPieces } from '../../../lib/duplicates/in-pieces';

function* steps(n: number): Generator<number, string> {
  for (let i = 1; i <= n; i++) yield i;
  return 'done';
}

test('pauses whenever a slice is over, with the progress', async () => {
  let time = 0;
  const said: number[] = [];
  const pauses: number[] = [];
  const answer = await inPieces(steps(10), {
    now: () => (time += 3),
    sliceMs: 8,
    pause: () => Promise.resolve(void pauses.push(time)),
    onPause: (progress) => said.push(progress),
  });
  expect(answer).toBe('done');
  expect(said.length).toBe(pauses.length);
  expect(said).toEqual([3, 6, 9]);
});

test('ends at the next pause once it is given up', async () => {
  const giveUp = new AbortController();
  let reached = 0;
  const work = inPieces(steps(1_000), {
    sliceMs: -1,
    signal: giveUp.signal,
    onPause: (progress) => {
      reached = progress;
      if (progress === 5) giveUp.abort();
    },
    pause: () => Promise.resolve(),
  });
  await expect(work).rejects.toThrow();
  expect(reached).toBe(5);
});
