import { useEffect, useState } from 'react';
import { SETTINGS_KEY } from '../lib/settings-key';
import type { Settings } from '../lib/settings';
import { useStored } from './use-stored';

/** The settings as they stand and as they change; undefined until they were read. */
export function useSettings(): Settings | undefined {
  const stored = useStored(SETTINGS_KEY);
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    if (!stored) return;
    let left = false;
    // The schemas are large and never needed for the first paint.
    void import('../lib/settings').then(({ parseSettings }) => {
      if (!left) setSettings(parseSettings(stored.value));
    });
    return () => {
      left = true;
    };
  }, [stored]);
  return settings;
}
