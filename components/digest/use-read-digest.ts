import { useEffect } from 'react';
import type { Day } from '../../lib/paper';
import { send } from '../../lib/send';

/**
 * Tells the worker that the newest digest is looked at, each time the page comes into view.
 * @param newest its date, null where there is none; undefined while that is being read
 */
export function useReadDigest(newest: Day | null | undefined): void {
  useEffect(() => {
    if (newest === undefined) return;
    const tell = () => {
      // Where the worker cannot be told, the number on the button stays; nothing else is lost.
      if (document.visibilityState === 'visible') send('readDigest', {}).catch(() => {});
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [newest]);
}
