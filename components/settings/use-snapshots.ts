import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Settings } from '../../lib/settings';
import { downloadedSnapshots } from '../../lib/snapshots/downloads-place';
import { snapshotsIn } from '../../lib/snapshots/folder-place';
import { parseSnapshotState } from '../../lib/snapshots/parse-state';
import { pickedFolder, type Folder } from '../../lib/snapshots/picked-folder';
import type { Kept } from '../../lib/snapshots/place';
import { SNAPSHOTS_KEY, type SnapshotState } from '../../lib/snapshots/state';
import { useStored } from '../use-stored';

export interface Snapshots {
  /** Undefined until it was read. */
  state: SnapshotState | undefined;
  /** The copies that are there, newest first; none that the browser does not let us see. */
  kept: readonly Kept[];
  /** The folder that was picked, where one was. */
  folder: Folder | undefined;
  /** Looks again what is there. */
  look(): void;
}

/** The copies that are saved by themselves, as they stand and as they change. */
export function useSnapshots({ backupTo }: Settings): Snapshots {
  const stored = useStored(SNAPSHOTS_KEY);
  const state = useMemo(() => stored && parseSnapshotState(stored.value), [stored]);
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const [folder, setFolder] = useState<Folder>();
  const [looked, setLooked] = useState(0);

  useEffect(() => {
    let left = false;
    const look = async () => {
      const picked = await pickedFolder();
      if (!left) setFolder(picked);
      if (backupTo === 'downloads') return downloadedSnapshots();
      return picked ? snapshotsIn(picked) : [];
    };
    look()
      .catch(() => [])
      .then((copies) => {
        if (!left) setKept(copies);
      });
    return () => {
      left = true;
    };
  }, [backupTo, state, looked]);
  const look = useCallback(() => setLooked((times) => times + 1), []);
  return { state, kept, folder, look };
}
