import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { db } from '../../../lib/db/open';
import { lastMerges, type MergeMade } from '../../../lib/db/read-pairs';
import { plural, t } from '../../../lib/i18n';
import { useAct } from '../../act';
import { ago } from '../../dates';
import { useNow } from '../../use-now';

const STEP = 20;

/** The merges that were made, by the reader or by themselves, each with a way back. */
export function MergesMade() {
  const [limit, setLimit] = useState(STEP);
  const made = useLiveQuery(() => lastMerges(db, limit), [limit]);
  if (!made || made.count === 0) return null;
  return (
    <section className="merges" aria-labelledby="merges-made">
      <h2 id="merges-made">{plural('merges_made', made.count)}</h2>
      <ul>
        {made.merges.map((merge) => (
          <MergeLine key={merge.id} merge={merge} />
        ))}
      </ul>
      {made.count > limit && (
        <button type="button" className="text-button" onClick={() => setLimit(limit + STEP)}>
          {t('merges_more')}
        </button>
      )}
    </section>
  );
}

function MergeLine({ merge }: { merge: MergeMade }) {
  const act = useAct();
  const now = useNow();
  const { id, at, byHand, from, to, canUndo } = merge;
  const title = to || from;
  return (
    <li className="merge-line">
      <div className="merge-text">
        <p className="merge-title" dir="auto">
          {title}
        </p>
        {from && from !== title && (
          <p className="merge-from" dir="auto">
            {from}
          </p>
        )}
        <p className="merge-how">
          {[t(byHand ? 'merge_by_hand' : 'merge_by_rule'), ago(at, now)].join(' · ')}
        </p>
      </div>
      {canUndo ? (
        <button
          type="button"
          className="button"
          aria-label={t('merge_undo', title)}
          onClick={() =>
            void act(
              'undoMerge',
              { mergeId: id },
              t(byHand ? 'said_parted' : 'said_parted_for_good'),
            )
          }
        >
          {t('undo')}
        </button>
      ) : (
        <span className="merge-how">{t('merge_later_first')}</span>
      )}
    </li>
  );
}
