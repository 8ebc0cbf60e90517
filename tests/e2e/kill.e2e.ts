import { expect, test } from 'vitest';
import { killRounds } from '../soak/kill-rounds';

const ROUNDS = 20;
const CHANGES = 2_000;

test(
  `${ROUNDS} rounds of kill -9 lose, double and tear nothing`,
  async () => {
    const outcome = await killRounds({ rounds: ROUNDS, acknowledged: CHANGES }, 20_260_822);
    console.log(
      `kill -9: ${outcome.rounds} rounds, ${outcome.acknowledged} acknowledged changes, ` +
        `${outcome.unanswered} written and not yet acknowledged, ${outcome.restored} times restored, ${outcome.broken.length} broken`,
    );
    expect(outcome.broken).toEqual([]);
    expect(outcome.rounds).toBeGreaterThanOrEqual(ROUNDS);
    expect(outcome.acknowledged).toBeGreaterThanOrEqual(CHANGES);
  },
  15 * 60_000,
);
