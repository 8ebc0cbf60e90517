import type { PaperInFull } from '../../lib/db/views';
import { plural, t } from '../../lib/i18n';
import { shortDate } from '../dates';
import { AbstractText } from '../library/abstract-text';
import { Byline } from '../library/byline';
import { PaperIds } from '../library/paper-ids';
import { sightingWords } from '../library/sighting-words';
import { useNow } from '../use-now';
import { siteName } from '../site-name';
import { TagChip } from '../tag-chip';

/** Letters from which a title is set smaller. */
const LONG = 160;

/** The one paper in front: what it says, where it was seen, what was decided about it. */
export function TriagePaper({ full, href }: { full: PaperInFull; href: string | undefined }) {
  const now = useNow();
  const { paper, entry, tags, sightings, fill } = full;
  const [newest] = sightings;
  const more = sightings.length - 1;
  const seen = newest
    ? sightingWords(newest, now)
    : paper.firstSeenAt !== undefined
      ? t('why_first', siteName(paper.firstSite), shortDate(paper.firstSeenAt, now))
      : '';
  return (
    <article className="triage-paper" id="triage-paper" tabIndex={-1} aria-labelledby="triage-h">
      <h2
        id="triage-h"
        className="triage-h"
        dir="auto"
        data-long={paper.title.length > LONG || undefined}
      >
        {href ? (
          <a href={href} target="_blank" rel="noopener noreferrer">
            {paper.title}
          </a>
        ) : (
          paper.title
        )}
      </h2>
      <Byline authors={paper.authors} cut={paper.authorsCut} mark={undefined} />
      <PaperIds paper={paper} />
      {seen && (
        <p className="triage-seen">
          {seen}
          {more > 0 && ` · ${plural('triage_seen_more', more)}`}
        </p>
      )}
      {entry && (
        <p className="triage-stands">
          <span>{t(`status_${entry.status}`)}</span>
          <span>{t('why_saved', shortDate(entry.savedAt, now))}</span>
          {tags.map((tag) => (
            <TagChip key={tag.id} tag={tag} />
          ))}
        </p>
      )}
      <AbstractText paper={paper} entry={entry} fill={fill} mark={undefined} />
      {entry?.note && (
        <section className="detail-part" aria-labelledby="triage-note">
          <h2 id="triage-note">{t('note')}</h2>
          <p className="triage-note" dir="auto">
            {entry.note}
          </p>
        </section>
      )}
    </article>
  );
}
