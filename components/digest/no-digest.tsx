import type { ReactNode } from 'react';
import type { DigestSettings } from '../../lib/digest/digest-settings';
import { t } from '../../lib/i18n';
import { timeOfDay } from '../dates';
import { EmptyState } from '../empty-state';
import { DigestSwitch } from './digest-switch';
import { useSubscription } from './use-subscription';

/** Where there is no digest: the switch that brings one, or when the first one comes. */
export function NoDigest({
  digest,
  children,
}: {
  digest: DigestSettings;
  /** What else can be pressed there. */
  children?: ReactNode;
}) {
  const subscribe = useSubscription();
  if (!digest.on)
    return (
      <EmptyState title={t('digest_off')}>
        <DigestSwitch digest={digest} />
      </EmptyState>
    );
  return (
    <EmptyState
      title={t('digest_none_yet')}
      text={t('digest_none_yet_what', timeOfDay(digest.time))}
    >
      {children}
      <a className="button" href="/options.html#digest" target="_blank">
        {t('digest_settings')}
      </a>
      <button type="button" className="button" onClick={() => subscribe(digest, false)}>
        {t('digest_unsubscribe')}
      </button>
    </EmptyState>
  );
}
