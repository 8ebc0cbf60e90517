import type { Digest } from '../../lib/digest/digest';
import type { DigestSettings } from '../../lib/digest/digest-settings';
import { t } from '../../lib/i18n';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import { DigestSwitch } from './digest-switch';
import { saveAsAtom } from './save-as-atom';
import { useSubscription } from './use-subscription';

/** The end of the page: all digests as a file, and the end of the subscription. */
export function DigestEnd({
  digests,
  settings,
}: {
  digests: readonly Digest[];
  settings: DigestSettings;
}) {
  const toast = useToast();
  const subscribe = useSubscription();
  const save = () =>
    saveAsAtom(digests).catch((error: unknown) => toast({ text: sentence(error), tone: 'error' }));
  return (
    <footer className="digest-end">
      {settings.on ? <p>{t('digest_subscribed')}</p> : <DigestSwitch digest={settings} />}
      <p className="digest-end-acts">
        <button type="button" className="button" onClick={() => void save()}>
          {t('digest_atom')}
        </button>
        <a className="button" href="/options.html#digest">
          {t('digest_settings')}
        </a>
        {settings.on && (
          <button type="button" className="button" onClick={() => subscribe(settings, false)}>
            {t('digest_unsubscribe')}
          </button>
        )}
      </p>
    </footer>
  );
}
