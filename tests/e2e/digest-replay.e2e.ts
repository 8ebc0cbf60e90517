import { describe, expect, test } from 'vitest';
import { hasLists, listedPapers } from '../replay/listed-papers';
import { replayInBrowser, type ReplayedInBrowser } from '../replay/replay-in-browser';
import { chance } from '../replay/vote-curve';

/** `npm run soak -- digests` replays all of them. */
const DATES = Number(process.env.OFFPRINT_DATES ?? 12);
const lists = new Map(hasLists ? [...listedPapers()].slice(0, DATES) : []);
const LONG_MS = DATES > 12 ? 4 * 3_600_000 : 180_000;

/** Random numbers that come in the same order each time. */
function seeded(seed: string): () => number {
  let n = 0;
  return () => chance(`${seed} ${n++}`);
}

describe.skipIf(!hasLists)('real list dates, replayed through the built extension', () => {
  test(
    'give the same digests however often worker and browser are killed, and tell no paper twice',
    async () => {
      const calm = await replayInBrowser(lists);
      console.log(summary(calm));
      const killed = await replayInBrowser(lists, { killEvery: 3, random: seeded('kills') });
      console.log(summary(killed));
      for (const run of [calm, killed]) {
        const told = [...run.digests.values()].flat();
        expect(new Set(told).size).toBe(told.length);
        expect(told.length).toBeGreaterThan(10);
        const sizes = [...run.digests.values()].map(({ length }) => length);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(5);
        expect(run.papers).toBe(run.served);
        expect(new Set(run.notified).size).toBe(run.notified.length);
      }
      expect(killed.kills.worker).toBeGreaterThan(3);
      expect(killed.kills.browser).toBeGreaterThan(1);
      expect([...killed.digests]).toEqual([...calm.digests]);
    },
    LONG_MS,
  );
});

function summary(run: ReplayedInBrowser): string {
  const told = [...run.digests.values()].flat().length;
  return (
    `${run.served} papers listed, ${run.papers} kept, ${run.digests.size} digests, ${told} told, ` +
    `${run.notified.length} notifications, ${run.requests} requests, ` +
    `${run.kills.worker} workers and ${run.kills.browser} browsers killed`
  );
}
