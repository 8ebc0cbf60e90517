import { useLiveQuery } from 'dexie-react-hooks';
import { Suspense, useState } from 'react';
import type { Digest } from '../../lib/digest/digest';
import { t } from '../../lib/i18n';
import { localDay, type Instant, type PaperId } from '../../lib/paper';
import type { Settings } from '../../lib/settings';
import { nearDay } from '../dates';
import { lazily } from '../lazily';
import { titleHref } from '../links';
import { Notice } from '../notice';
import { siteName } from '../site-name';
import { triageHref } from '../triage/origin';
import { DigestEntry } from './digest-entry';
import { readEntries } from './entries';
import { useDigestKeys } from './use-digest-keys';
import { useEntryActs } from './use-entry-acts';

const TagEditor = lazily(() => import('../tag-editor'), 'TagEditor');

/** The digest of one day: what could not be read, then its papers. */
export function DayDigest({
  digest,
  titleOpens,
  now,
}: {
  digest: Digest;
  titleOpens: Settings['titleOpens'] | undefined;
  now: Instant;
}) {
  const entries = useLiveQuery(() => readEntries(digest), [digest]);
  const [active, setActive] = useState<PaperId>();
  const [tagging, setTagging] = useState<{ id: PaperId; anchor: HTMLElement }>();
  const acts = useEntryActs(setActive, setTagging);
  useDigestKeys({ entries: entries ?? [], active, covered: !!tagging, acts, titleOpens });

  const isToday = digest.date === localDay(now);
  const tagged = entries?.find(({ row }) => row.paper.id === tagging?.id);
  return (
    <section className="day" aria-labelledby="day" aria-busy={!entries}>
      <div className="day-head">
        <h2 id="day">
          <time dateTime={digest.date}>{t('digest_of', nearDay(digest.date, now))}</time>
        </h2>
        {entries && entries.length > 0 && (
          <a
            className="button"
            href={triageHref({ kind: 'digest', date: digest.date })}
            title={t('triage_hint')}
          >
            {t('triage')}
          </a>
        )}
      </div>
      {digest.missing.map((source) => (
        <Notice
          key={source}
          tone="warn"
          text={t(isToday ? 'digest_missing_today' : 'digest_missing', siteName(source))}
        />
      ))}
      {entries?.length === 0 && <p className="day-empty">{t('digest_forgotten')}</p>}
      {entries?.map((entry) => (
        <DigestEntry
          key={entry.row.paper.id}
          entry={entry}
          href={titleHref(entry.row.paper, titleOpens)}
          isActive={entry.row.paper.id === active}
          now={now}
          acts={acts}
        />
      ))}
      {tagging && tagged && (
        <Suspense>
          <TagEditor
            paperIds={[tagging.id]}
            tags={tagged.row.tags}
            anchor={tagging.anchor}
            returnTo={tagging.anchor.closest<HTMLElement>('.entry')}
            onDone={() => setTagging(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}
