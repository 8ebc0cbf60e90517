import { plural, t } from '../lib/i18n';
import { RESTORED_KEY, type Restored } from '../lib/restored';
import { send } from '../lib/send';
import { Notice } from './notice';
import { useStored } from './use-stored';

/** Says that the browser lost the database and what came back, until the user has read it. */
export function RestoredNotice() {
  const restored = useStored(RESTORED_KEY)?.value as Restored | undefined;
  if (!restored) return null;
  return (
    <Notice tone="warn" text={plural('restored', restored.papers)}>
      <button type="button" className="button" onClick={() => void send('hideRestored', {})}>
        {t('restored_read')}
      </button>
    </Notice>
  );
}
