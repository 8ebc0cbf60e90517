import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { SETTINGS_KEY } from '../lib/settings-key';
import type { Settings } from '../lib/settings';

/** The settings as they stand and as they change; undefined until they were read. */
export function useSettings(): Settings | undefined {
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    let left = false;
    const take = async (stored: unknown) => {
      // The schemas are large and never needed for the first paint.
      const { parseSettings } = await import('../lib/settings');
      if (!left) setSettings(parseSettings(stored));
    };
    const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
      const change = changes[SETTINGS_KEY];
      if (change) void take(change.newValue);
    };
    browser.storage.local.onChanged.addListener(onChanged);
    void browser.storage.local.get(SETTINGS_KEY).then((stored) => take(stored[SETTINGS_KEY]));
    return () => {
      left = true;
      browser.storage.local.onChanged.removeListener(onChanged);
    };
  }, []);
  return settings;
}
