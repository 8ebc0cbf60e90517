import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, type ReactNode } from 'react';
import { db } from '../../lib/db/open';
import { t } from '../../lib/i18n';
import { CloseIcon, HelpIcon } from '../icons';
import { OfflineHint } from '../offline-hint';
import { useNow } from '../use-now';
import { RestoredNotice } from '../restored-notice';
import { ListLink } from './list-link';
import type { Origin } from './origin';
import { originName } from './origin-name';

/** What stands around the paper: which list, how far, the way out; below it what can be done. */
export function TriageFrame({
  origin,
  progress,
  foot,
  onHelp,
  onLeave,
  children,
}: {
  origin: Origin;
  progress?: ReactNode;
  foot?: ReactNode;
  onHelp?: () => void;
  /** Leaves once all is told; without it the links do. */
  onLeave?: () => void;
  children: ReactNode;
}) {
  const now = useNow();
  const tags = useLiveQuery(() => db.tags.toArray());
  const tagNames = useMemo(() => new Map(tags?.map(({ id, name }) => [id, name])), [tags]);
  const name = originName(origin, now, tagNames);

  useEffect(() => {
    document.title = t('triage_title', name);
  }, [name]);

  return (
    <div className="triage">
      <header className="triage-head">
        <div className="triage-head-line">
          <ListLink origin={origin} className="icon-button" label={t('close')} onLeave={onLeave}>
            <CloseIcon />
          </ListLink>
          <h1 className="triage-name">
            {t('triage')} <bdi className="triage-of">{name}</bdi>
          </h1>
          <OfflineHint />
          {progress}
          {onHelp && (
            <button
              type="button"
              className="icon-button"
              aria-label={t('help')}
              title={t('help')}
              onClick={onHelp}
            >
              <HelpIcon />
            </button>
          )}
        </div>
        <RestoredNotice />
      </header>
      <main className="triage-main">{children}</main>
      {foot}
    </div>
  );
}
