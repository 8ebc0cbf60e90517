import { describe, expect, test, vi } from 'vitest';
import { hasLists, listedPapers } from '../../replay/listed-papers';
import { replay } from '../../replay/replay';
import { chance } from '../../replay/vote-curve';

/** `npm run soak -- digests` replays all of them. */
const ASKED = Number(process.env.OFFPRINT_DATES ?? 20);
const lists = hasLists ? [...listedPapers()].slice(0, ASKED) : [];
const DATES = lists.length;
const LONG_MS = ASKED > 20 ? 3_600_000 : 120_000;
const first = () => new Map(lists);

/** Random numbers that come in the same order each time. */
function seeded(seed: string): () => number {
  let n = 0;
  return () => chance(`${seed} ${n++}`);
}

describe.skipIf(!hasLists)('real list dates, replayed through the poller', () => {
  test(
    'tell each paper once, few a day, and keep each once',
    async () => {
      const run = await replay(first());
      const told = [...run.digests.values()].flat();
      console.log(
        `${run.served} papers listed, ${run.papers} kept, ${run.digests.size} digests, ` +
          `${told.length} told, ${run.requests} requests, ${run.bytes} bytes, ${Math.round(run.ms)} ms`,
      );
      expect(told.length).toBeGreaterThan(DATES);
      expect(new Set(told).size).toBe(told.length);
      expect(
        Math.max(...[...run.digests.values()].map(({ length }) => length)),
      ).toBeLessThanOrEqual(5);
      expect(run.papers).toBe(run.served);
      expect(new Set(run.notified).size).toBe(run.notified.length);
    },
    LONG_MS,
  );

  test(
    'are the same digests however often the worker is killed',
    async () => {
      vi.spyOn(console, 'warn').mockImplementation(() => {});
      const calm = await replay(first());
      const killed = await replay(first(), { killEvery: 60, random: seeded('kills') });
      console.log(`${killed.kills} kills`);
      expect(killed.kills).toBeGreaterThan(20);
      expect([...killed.digests]).toEqual([...calm.digests]);
      expect(new Set(killed.notified).size).toBe(killed.notified.length);
    },
    LONG_MS,
  );

  test(
    'without the ledger would tell papers again',
    async () => {
      const run = await replay(first(), { forgetful: true });
      const told = [...run.digests.values()].flat();
      expect(new Set(told).size).toBeLessThan(told.length);
    },
    LONG_MS,
  );
});
