import { useLiveQuery } from 'dexie-react-hooks';
import { Suspense, useEffect, useState } from 'react';
import { pastDigests } from '../../lib/db/digests';
import { db } from '../../lib/db/open';
import { t } from '../../lib/i18n';
import { IconButton } from '../icon-button';
import { HelpIcon, LibraryIcon } from '../icons';
import { useKeys } from '../keys';
import { lazily } from '../lazily';
import { OfflineHint } from '../offline-hint';
import { RestoredNotice } from '../restored-notice';
import { useNow } from '../use-now';
import { useSettings } from '../use-settings';
import { DayDigest } from './day-digest';
import { DayList } from './day-list';
import './digest.css';
import { DigestEnd } from './digest-end';
import { helpLines } from './help-lines';
import { NoDigest } from './no-digest';
import { useChosenDay } from './use-chosen-day';
import { useReadDigest } from './use-read-digest';

const HelpDialog = lazily(() => import('../help-dialog'), 'HelpDialog');

/** The digests: the newest one or that of the chosen day, and the list of all of them. */
export function DigestPage() {
  const now = useNow();
  const settings = useSettings();
  const chosen = useChosenDay();
  const [helps, setHelps] = useState(false);
  const digests = useLiveQuery(() => pastDigests(db));
  const newest = digests?.[0];
  const digest = digests?.find(({ date }) => date === chosen) ?? newest;
  const isRead = digests !== undefined;
  useReadDigest(digests && (newest?.date ?? null));
  useKeys({ '?': () => setHelps(true) });

  useEffect(() => {
    document.title = t('digest_title');
  }, []);

  return (
    <div className="digests">
      <main aria-busy={!isRead}>
        <header className="digest-head">
          <h1>{t('digest_title')}</h1>
          <a className="button quiet" href="/library.html">
            <LibraryIcon />
            {t('library')}
          </a>
          <IconButton label={t('help')} onClick={() => setHelps(true)}>
            <HelpIcon />
          </IconButton>
        </header>
        <RestoredNotice />
        <OfflineHint />
        {digest && (
          <DayDigest
            key={digest.date}
            digest={digest}
            titleOpens={settings?.titleOpens}
            now={now}
          />
        )}
        {settings && digests && digests.length > 0 && (
          <DigestEnd digests={digests} settings={settings.digest} />
        )}
        {settings && isRead && !digest && <NoDigest digest={settings.digest} />}
      </main>
      {digest && digests && digests.length > 1 && (
        <DayList digests={digests} current={digest} now={now} />
      )}
      {helps && (
        <Suspense>
          <HelpDialog lines={helpLines()} onClose={() => setHelps(false)} />
        </Suspense>
      )}
    </div>
  );
}
