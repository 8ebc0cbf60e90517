import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { plural, t } from '../lib/i18n';
import { RESTORED_KEY, type Restored } from '../lib/restored';
import { send } from '../lib/send';
import { Notice } from './notice';

/** Says that the browser lost the database and what came back, until the user has read it. */
export function RestoredNotice() {
  const [restored, setRestored] = useState<Restored>();
  useEffect(() => {
    let left = false;
    const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
      const change = changes[RESTORED_KEY];
      if (change) setRestored(change.newValue as Restored | undefined);
    };
    browser.storage.local.onChanged.addListener(onChanged);
    void browser.storage.local.get(RESTORED_KEY).then((stored) => {
      if (!left) setRestored(stored[RESTORED_KEY] as Restored | undefined);
    });
    return () => {
      left = true;
      browser.storage.local.onChanged.removeListener(onChanged);
    };
  }, []);
  if (!restored) return null;
  return (
    <Notice tone="warn" text={plural('restored', restored.papers)}>
      <button type="button" className="button" onClick={() => void send('hideRestored', {})}>
        {t('restored_read')}
      </button>
    </Notice>
  );
}
