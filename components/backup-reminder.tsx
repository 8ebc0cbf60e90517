import { Suspense } from 'react';
import { SNAPSHOTS_KEY, type SnapshotState } from '../lib/snapshots/state';
import { lazily } from './lazily';
import { useStored } from './use-stored';

const SaveOne = lazily(() => import('./save-one'), 'SaveOne');

/** Says that the backup which is due could not be saved by itself; mostly there is nothing to say. */
export function BackupReminder() {
  const state = useStored(SNAPSHOTS_KEY)?.value as SnapshotState | undefined;
  if (!state?.failure) return null;
  return (
    <Suspense>
      <SaveOne />
    </Suspense>
  );
}
