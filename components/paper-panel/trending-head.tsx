import type { DigestSettings } from '../../lib/digest/digest-settings';
import { t } from '../../lib/i18n';
import type { Day, Instant } from '../../lib/paper';
import { nearDay } from '../dates';
import { useReadDigest } from '../digest/use-read-digest';
import { useSubscription } from '../digest/use-subscription';

/** Above the newest digest: its day, the way to all of them, and the end of the subscription. */
export function TrendingHead({
  date,
  digest,
  now,
}: {
  date: Day;
  digest: DigestSettings;
  now: Instant;
}) {
  const subscribe = useSubscription();
  useReadDigest(date);
  return (
    <div className="trending-head">
      <p>{t('digest_of', nearDay(date, now))}</p>
      <a href="/digest.html" target="_blank">
        {t('digest_page')}
      </a>
      <button type="button" className="link-button" onClick={() => subscribe(digest, !digest.on)}>
        {t(digest.on ? 'digest_unsubscribe' : 'digest_subscribe')}
      </button>
    </div>
  );
}
