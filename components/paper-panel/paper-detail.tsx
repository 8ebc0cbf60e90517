import type { PaperRow } from '../../lib/db/list';
import { t } from '../../lib/i18n';
import type { Instant } from '../../lib/paper';
import { ago } from '../dates';
import { Highlight, type Mark } from '../highlight';
import { safeLinks } from '../links';
import { NoteEditor } from '../note-editor';
import type { RowActs } from './row-acts';

/** What stands under an open row: abstract, links, note. */
export function PaperDetail({
  row,
  mark,
  now,
  acts,
}: {
  row: PaperRow;
  mark: Mark | undefined;
  now: Instant;
  acts: RowActs;
}) {
  const { paper, entry } = row;
  const links = safeLinks(paper);
  return (
    <div className="row-detail">
      {paper.abstract ? (
        <p className="abstract" dir="auto">
          <Highlight text={paper.abstract} mark={mark} />
        </p>
      ) : (
        <p className="abstract is-missing">
          {t(paper.stub ? 'abstract_dropped' : 'abstract_none')}
        </p>
      )}
      {paper.authors.length > 2 && (
        <p className="all-authors" dir="auto">
          <Highlight
            text={paper.authors.join(', ') + (paper.authorsCut ? ', …' : '')}
            mark={mark}
          />
        </p>
      )}
      <p className="row-links">
        {links.map((link) => (
          <a key={link.rel + link.href} href={link.href} target="_blank" rel="noreferrer">
            {t(`link_${link.rel}`)}
          </a>
        ))}
        <button
          type="button"
          className="link-button"
          onClick={(event) => acts.editTags(row, event.currentTarget)}
        >
          {t('tags_edit')}
        </button>
        {paper.firstSeenAt !== undefined && (
          <span className="row-seen">{t('first_seen', ago(paper.firstSeenAt, now))}</span>
        )}
      </p>
      <NoteEditor
        paperId={paper.id}
        stored={entry?.note ?? ''}
        hint={t(entry ? 'note_add' : 'note_add_saves')}
      />
    </div>
  );
}
