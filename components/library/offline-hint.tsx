import { useSyncExternalStore } from 'react';
import { t } from '../../lib/i18n';

/** Says, once and quietly, that there is no network; everything here works without. */
export function OfflineHint() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <p className="offline" role="status">
      {online ? '' : t('offline')}
    </p>
  );
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
