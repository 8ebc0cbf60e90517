import { t } from '../lib/i18n';
import { useOnline } from './use-online';

/** Says, once and quietly, that there is no network; everything here works without. */
export function OfflineHint() {
  return (
    <p className="offline" role="status">
      {useOnline() ? '' : t('offline')}
    </p>
  );
}
