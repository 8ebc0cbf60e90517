import { describe, expect, test } from 'vitest';
import { add, closingLine, nothing } from '../../scripts/test/counts.mjs';

describe('the closing line of a run', () => {
  test('names passed and failed, and skipped only where some were', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(closingLine({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
  });

  test('sums all runners', () => {
    const sum = [
      { passed: 3, failed: 0, skipped: 1 },
      { passed: 4, failed: 2, skipped: 0 },
    ].reduce(add, nothing);
    expect(sum).toEqual({ passed: 7, failed: 2, skipped: 1 });
  });
});
