import { useLiveQuery } from 'dexie-react-hooks';
import { Suspense } from 'react';
import { db } from '../../lib/db/open';
import { paperInFull } from '../../lib/db/views';
import { t } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import { useAct } from '../act';
import { CiteButton } from '../citations/cite-button';
import { Highlight, type Mark } from '../highlight';
import { IconButton } from '../icon-button';
import { CloseIcon, TagIcon } from '../icons';
import { lazily } from '../lazily';
import { StatusMenu } from '../status-menu';
import { TagChip } from '../tag-chip';
import { useToggleSaved } from '../toggle-saved';
import { useSettings } from '../use-settings';
import { AbstractText } from './abstract-text';
import { Byline } from './byline';
import type { CiteMenu } from './cite-menu';
import { titleHref } from '../links';
import { NoteEditor } from '../note-editor';
import { PaperIds } from './paper-ids';
import { PaperLinks } from './paper-links';
import { PaperTrends } from './paper-trends';
import { WhyHere } from './why-here';

const SimilarPapers = lazily(() => import('./similar-papers'), 'SimilarPapers');
const PaperPdf = lazily(() => import('../pdf/paper-pdf'), 'PaperPdf');

/** Letters from which a title is set smaller. */
const LONG = 160;

/** The open paper. */
export function Detail({
  paperId,
  hint,
  mark,
  cite,
  onTag,
  onOpen,
  onClose,
}: {
  paperId: PaperId | undefined;
  /** What is said while no paper is open. */
  hint: string;
  mark: Mark | undefined;
  cite: CiteMenu;
  onTag: () => void;
  onOpen: (id: PaperId) => void;
  onClose: () => void;
}) {
  const act = useAct();
  const toggleSaved = useToggleSaved();
  const settings = useSettings();
  const full = useLiveQuery(async () =>
    paperId ? ((await paperInFull(db, paperId)) ?? null) : null,
  );

  if (!paperId || full === null)
    return (
      <section className="detail detail-empty" aria-label={t('library_paper')}>
        <p>{paperId ? t('paper_gone') : hint}</p>
      </section>
    );
  if (!full) return <section className="detail" aria-label={t('library_paper')} />;

  const { paper, entry, tags, sightings } = full;
  const href = titleHref(paper, settings?.titleOpens);
  const title = <Highlight text={paper.title} mark={mark} />;
  const paperIds = [paperId];
  return (
    <section className="detail" id="paper" tabIndex={-1} aria-label={t('library_paper')}>
      <IconButton className="detail-close" label={t('paper_close')} onClick={onClose}>
        <CloseIcon />
      </IconButton>
      <article>
        <h1 className="detail-title" dir="auto" data-long={paper.title.length > LONG || undefined}>
          {href ? (
            <a href={href} target="_blank" rel="noopener noreferrer">
              {title}
            </a>
          ) : (
            title
          )}
        </h1>
        <Byline authors={paper.authors} cut={paper.authorsCut} mark={mark} />
        <PaperIds paper={paper} />
        <PaperLinks
          paper={paper}
          stars={sightings.find(({ stars }) => stars !== undefined)?.stars}
        />
        <Suspense fallback={<div className="pdf-line" />}>
          <PaperPdf paper={paper} />
        </Suspense>
        <div className="detail-decided">
          <button
            type="button"
            className={entry ? 'button' : 'button primary'}
            onClick={() => toggleSaved(paperIds, entry !== undefined)}
          >
            {t(entry ? 'unsave' : 'save')}
          </button>
          {entry && <StatusMenu paperIds={paperIds} status={entry.status} />}
          <button type="button" className="button" id="paper-tags" onClick={onTag}>
            <TagIcon />
            {t('tag')}
          </button>
          <CiteButton
            paperIds={paperIds}
            open={cite.isOpen}
            onOpenChange={cite.onOpenChange}
            onExport={cite.onExport}
          />
          {tags.map((tag) => (
            <TagChip
              key={tag.id}
              tag={tag}
              onRemove={() =>
                void act(
                  'tagPapers',
                  { paperIds, add: [], remove: [tag.name] },
                  t('said_untagged', tag.name),
                )
              }
            />
          ))}
        </div>
        <AbstractText paper={paper} entry={entry} fill={full.fill} mark={mark} />
        {entry && (
          <section className="detail-part" aria-labelledby="detail-note">
            <h2 id="detail-note">{t('note')}</h2>
            <NoteEditor
              paperId={paperId}
              stored={entry.note}
              hint={t('note_hint')}
              onEscape={() => document.getElementById('paper')?.focus()}
            />
          </section>
        )}
        <PaperTrends trends={full.trends} />
        <WhyHere paper={paper} entry={entry} sightings={sightings} />
        <Suspense>
          <SimilarPapers paper={paper} onOpen={onOpen} />
        </Suspense>
      </article>
    </section>
  );
}
