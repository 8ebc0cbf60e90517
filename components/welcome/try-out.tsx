import { useState } from 'react';
import { t } from '../../lib/i18n';
import { TryRow } from './try-row';

interface Paper {
  id: string;
  title: string;
  authors: string;
  /** "seen 3 d ago" instead of the dot of a new one. */
  seen?: boolean;
}

interface Mark {
  saved: boolean;
  tags: readonly string[];
}

const NOTHING: Mark = { saved: false, tags: [] };

/** A list of papers as a page shows it, to be tried on; nothing of it is stored. */
export function TryOut() {
  const papers: Paper[] = [
    { id: 'a', title: t('welcome_paper_1'), authors: 'A. Okafor, L. Brandt, … +3' },
    { id: 'b', title: t('welcome_paper_2'), authors: 'M. Ito, S. Varga', seen: true },
  ];
  const [marks, setMarks] = useState<Record<string, Mark>>({});
  const [last, setLast] = useState<{ said: string; before: Record<string, Mark> }>();

  const change = (id: string, mark: Mark, said: string) => {
    setLast({ said, before: marks });
    setMarks({ ...marks, [id]: mark });
  };
  const undo = () => {
    if (!last) return;
    setMarks(last.before);
    setLast(undefined);
  };

  return (
    <div className="try" role="group" aria-label={t('welcome_try_group')}>
      <div className="try-address" aria-hidden="true">
        <i />
        <i />
        <i />
        <span>{t('welcome_try_address')}</span>
      </div>
      <ol className="try-rows">
        {papers.map((paper) => {
          const mark = marks[paper.id] ?? NOTHING;
          return (
            <TryRow
              key={paper.id}
              {...paper}
              {...mark}
              onSave={() => change(paper.id, { ...mark, saved: true }, t('welcome_said_saved'))}
              onUnsave={() => change(paper.id, NOTHING, t('welcome_said_unsaved'))}
              onTag={(tag) =>
                change(
                  paper.id,
                  { saved: true, tags: [...mark.tags.filter((other) => other !== tag), tag] },
                  t('welcome_said_tagged', tag),
                )
              }
            />
          );
        })}
      </ol>
      <p className="try-said" role="status">
        {last ? last.said : t('welcome_try_note')}{' '}
        {last && (
          <button className="button quiet" onClick={undo}>
            {t('undo')}
          </button>
        )}
      </p>
    </div>
  );
}
