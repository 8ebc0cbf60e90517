import { describe, expect, test } from 'vitest';
import { isSnapshotName, isUnfinishedName, snapshotName } from '../../../lib/snapshots/name';

describe('the name of a copy', () => {
  test('is its local date and time', () => {
    const name = snapshotName(new Date(2026, 10, 23, 7, 5, 9).getTime());
    expect(name).toBe('offprint-2026-11-23-070509.json');
    expect(isSnapshotName(name)).toBe(true);
    expect(isUnfinishedName(`${name}.part`)).toBe(true);
  });

  test.each([
    'offprint-2026-11-23.json',
    'offprint-2026-11-23-070509.json.crdownload',
    'my-offprint-2026-11-23-070509.json',
    'offprint-2026-11-23-070509 (1).json',
    '../offprint-2026-11-23-070509.json',
    'offprint-thesis.json',
    '',
  ])('is none that a user may have given: %s', (name) => {
    expect(isSnapshotName(name)).toBe(false);
    expect(isUnfinishedName(name)).toBe(false);
  });
});
