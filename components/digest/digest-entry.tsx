import { t } from '../../lib/i18n';
import type { FeedbackKind, Instant } from '../../lib/paper';
import { CheckIcon, TagIcon } from '../icons';
import { PaperMeta } from '../paper-meta';
import { Sparkline } from '../sparkline';
import { TagChip } from '../tag-chip';
import type { Entry } from './entries';
import type { EntryActs } from './entry-acts';
import { reasonSentence } from './reason';

/** A paper of a digest, why it is there, and what can be done; one line when it was dismissed. */
export function DigestEntry({
  entry,
  href,
  isActive,
  now,
  acts,
}: {
  entry: Entry;
  href: string | undefined;
  /** It has the keyboard, or had it last. */
  isActive: boolean;
  now: Instant;
  acts: EntryActs;
}) {
  const { item, row, said } = entry;
  const { paper } = row;
  const isDismissed = said.has('not-interested');
  const name = `title-${paper.id}`;
  return (
    // The pattern of a feed (ARIA practices): articles take the focus, the page has their keys.
    <article
      className={isDismissed ? 'entry is-dismissed' : 'entry'}
      aria-labelledby={name}
      aria-current={isActive ? 'true' : undefined}
      tabIndex={-1}
      data-paper={paper.id}
      onFocus={() => acts.activate(entry)}
    >
      <div className="entry-head">
        <h3 className="entry-title" id={name} dir="auto">
          {href && !isDismissed ? (
            <a href={href} target="_blank" rel="noopener noreferrer">
              {paper.title}
            </a>
          ) : (
            paper.title
          )}
        </h3>
        {isDismissed ? (
          <>
            <span className="entry-dismissed">{t('digest_not_interested')}</span>
            <button
              type="button"
              className="button"
              onClick={() => acts.say(entry, 'not-interested', false)}
            >
              {t('undo')}
            </button>
          </>
        ) : (
          <Sparkline
            points={item.points}
            of={item.reason.kind === 'watch' ? 'count' : item.reason.signal}
          />
        )}
      </div>
      {!isDismissed && (
        <>
          <PaperMeta paper={paper} now={now} authors={3} />
          <p className="entry-reason" dir="auto">
            {reasonSentence(item, now)}
          </p>
          <EntryButtons entry={entry} acts={acts} />
          <details className="entry-abstract">
            <summary>{t('abstract')}</summary>
            <p dir="auto" className={paper.abstract ? 'abstract' : 'abstract is-missing'}>
              {paper.abstract ?? t(paper.stub ? 'abstract_dropped' : 'abstract_none')}
            </p>
          </details>
        </>
      )}
    </article>
  );
}

function EntryButtons({ entry, acts }: { entry: Entry; acts: EntryActs }) {
  const { row, said } = entry;
  const opinion = (kind: FeedbackKind, text: string) => (
    <button
      type="button"
      className="button quiet"
      aria-pressed={said.has(kind)}
      onClick={() => acts.say(entry, kind, !said.has(kind))}
    >
      {text}
    </button>
  );
  return (
    <div className="entry-acts">
      <button
        type="button"
        className={row.entry ? 'button is-saved' : 'button entry-save'}
        title={row.entry ? t('unsave') : undefined}
        onClick={() => acts.toggleSaved(entry)}
      >
        {row.entry && <CheckIcon />}
        {t(row.entry ? 'saved' : 'save')}
      </button>
      <button
        type="button"
        className="button entry-tag"
        onClick={(event) => acts.editTags(entry, event.currentTarget)}
      >
        <TagIcon />
        {t('tag')}
      </button>
      {row.tags.map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
      <span className="entry-opinions">
        {opinion('more', t('digest_more'))}
        {opinion('fewer', t('digest_fewer'))}
        <button
          type="button"
          className="button quiet"
          onClick={() => acts.say(entry, 'not-interested', true)}
        >
          {t('digest_not_interested')}
        </button>
      </span>
    </div>
  );
}
