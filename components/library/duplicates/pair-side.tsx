import type { PairSide as Side } from '../../../lib/db/read-pairs';
import type { TitlePart } from '../../../lib/duplicates/differing-words';
import { plural, t } from '../../../lib/i18n';
import { ago } from '../../dates';
import { titleHref } from '../../links';
import { siteName } from '../../site-name';
import { TagChip } from '../../tag-chip';
import { useSettings } from '../../use-settings';
import { Byline } from '../byline';
import { PaperIds } from '../paper-ids';
import { useNow } from '../../use-now';
import { MarkedTitle } from './marked-title';

const LONG = 160;

/** One paper of a pair: its title, what is known of it, and what it carries. */
export function PairSide({
  side: { paper, entry, tags, seen },
  parts,
  isKept,
}: {
  side: Side;
  parts: readonly TitlePart[];
  isKept: boolean;
}) {
  const now = useNow();
  const settings = useSettings();
  const href = titleHref(paper, settings?.titleOpens);
  const title = <MarkedTitle parts={parts} />;
  const where = seen.map(({ site, days, lastAt }) =>
    [siteName(site), plural('pair_days', days), ago(lastAt, now)].join(', '),
  );
  return (
    <div className="pair-side" data-kept={isKept || undefined}>
      <p className="pair-part">{t(isKept ? 'pair_kept' : 'pair_joins')}</p>
      <h3 className="pair-title" dir="auto" data-long={paper.title.length > LONG || undefined}>
        {href ? (
          <a href={href} target="_blank" rel="noopener noreferrer">
            {title}
          </a>
        ) : (
          title
        )}
      </h3>
      <Byline authors={paper.authors} cut={paper.authorsCut} mark={undefined} />
      <PaperIds paper={paper} />
      <ul className="pair-carries">
        <li>{entry ? t('pair_saved', t(`status_${entry.status}`)) : t('pair_unsaved')}</li>
        {where.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {!paper.abstract && <li>{t('pair_no_abstract')}</li>}
      </ul>
      {tags.length > 0 && (
        <p className="pair-tags">
          {tags.map((tag) => (
            <TagChip key={tag.id} tag={tag} />
          ))}
        </p>
      )}
      {entry?.note && (
        <p className="pair-note" dir="auto">
          {entry.note}
        </p>
      )}
    </div>
  );
}
