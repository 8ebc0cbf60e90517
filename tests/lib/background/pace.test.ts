import { describe, expect, it } from 'vitest';
import { afterAnswer, afterRefusal, waitFor, type Pace } from '../../../lib/background/pace';

const now = 1_000_000;
const fresh: Pace = { nextAt: 0, failures: 0 };

describe('pace', () => {
  it('leaves three seconds after an answer and forgets refusals', () => {
    expect(afterAnswer(now)).toEqual({ nextAt: now + 3_000, failures: 0 });
  });

  it('doubles the wait with each refusal, up to an hour', () => {
    const waits: number[] = [];
    let pace = fresh;
    for (let i = 0; i < 12; i++) {
      pace = afterRefusal(pace, now, 1);
      waits.push((pace.nextAt - now) / 1000);
    }
    expect(waits.slice(0, 5)).toEqual([15, 30, 60, 120, 240]);
    expect(waits.at(-1)).toBe(3_600);
  });

  it('leaves half of the wait to chance', () => {
    expect(afterRefusal(fresh, now, 0).nextAt - now).toBe(7_500);
    expect(afterRefusal(fresh, now, 0.5).nextAt - now).toBe(11_250);
  });

  it('waits as long as the server said', () => {
    expect(afterRefusal(fresh, now, 1, 90_000).nextAt - now).toBe(90_000);
  });

  it('does not wait for days when the clock was set back', () => {
    expect(waitFor({ nextAt: now + 500, failures: 0 }, now)).toBe(500);
    expect(waitFor({ nextAt: now - 500, failures: 0 }, now)).toBe(0);
    expect(waitFor({ nextAt: now + 40 * 24 * 3_600_000, failures: 0 }, now)).toBe(0);
  });
});
