import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings } from '../../../lib/settings';
import { parseSnapshotState } from '../../../lib/snapshots/parse-state';

const last = { at: 5, name: 'offprint-2026-11-23-070509.json', bytes: 9, papers: 1 };

test('a field of the state that is wrong is as if it were not there', () => {
  expect(
    parseSnapshotState({ done: 'soon', last, mark: 7, failure: { kind: 'x', at: 1 } }),
  ).toEqual({ last });
  expect(parseSnapshotState('nonsense')).toEqual({});
  const whole = { done: '2026-11-23', last, mark: 'm', failure: { kind: 'full', at: 1 } };
  expect(parseSnapshotState(whole)).toEqual(whole);
});

test('a setting of backups that is wrong falls back alone', () => {
  const stored = { backupEvery: 'hour', backupKeep: 12, backupTo: 'folder' };
  expect(parseSettings(stored)).toEqual({
    ...DEFAULT_SETTINGS,
    backupEvery: 'off',
    backupKeep: 12,
    backupTo: 'folder',
  });
  expect(parseSettings({ backupKeep: 2 }).backupKeep).toBe(10);
  expect(parseSettings({ backupKeep: 51 }).backupKeep).toBe(10);
});
