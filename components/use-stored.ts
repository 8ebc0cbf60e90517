import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/** What `storage.local` keeps under `key`, as it stands and as it changes; undefined until read. */
export function useStored(key: string): { value: unknown } | undefined {
  const [stored, setStored] = useState<{ value: unknown }>();
  useEffect(() => {
    let left = false;
    const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
      const change = changes[key];
      if (change) setStored({ value: change.newValue });
    };
    browser.storage.local.onChanged.addListener(onChanged);
    void browser.storage.local.get(key).then((all) => {
      if (!left) setStored({ value: all[key] });
    });
    return () => {
      left = true;
      browser.storage.local.onChanged.removeListener(onChanged);
    };
  }, [key]);
  return stored;
}
