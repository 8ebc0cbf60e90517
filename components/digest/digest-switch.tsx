import { useId } from 'react';
import type { DigestSettings } from '../../lib/digest/digest-settings';
import { t } from '../../lib/i18n';
import './digest-switch.css';
import { useSubscription } from './use-subscription';

/** Turns trending papers on and off, and says what that does. */
export function DigestSwitch({ digest }: { digest: DigestSettings }) {
  const id = useId();
  const subscribe = useSubscription();
  return (
    <div className="digest-switch">
      <label htmlFor={id}>
        <input
          className="switch"
          id={id}
          type="checkbox"
          role="switch"
          aria-describedby={`${id}-what`}
          checked={digest.on}
          onChange={(event) => subscribe(digest, event.target.checked)}
        />
        {t('digest_get')}
      </label>
      <p id={`${id}-what`}>{t('digest_get_what')}</p>
    </div>
  );
}
