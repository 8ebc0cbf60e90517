import { useLiveQuery } from 'dexie-react-hooks';
import type { SimilarRow } from '../../lib/db/similar-papers';
import { t } from '../../lib/i18n';
import type { Paper, PaperId } from '../../lib/paper';
import { PaperMeta } from '../paper-meta';
import { similar } from '../search-engine';
import { useNow } from '../use-now';

/** The papers nearest to the open one, on the reading list and among all that was seen. */
export function SimilarPapers({ paper, onOpen }: { paper: Paper; onOpen: (id: PaperId) => void }) {
  const found = useLiveQuery(() => similar(paper), [paper.id, paper.abstract]);
  if (!found || found.saved.length + found.seen.length === 0) return null;
  return (
    <section className="detail-part" aria-labelledby="detail-similar">
      <h2 id="detail-similar">{t('similar')}</h2>
      <SimilarList name={t('similar_saved')} rows={found.saved} onOpen={onOpen} />
      <SimilarList name={t('similar_seen')} rows={found.seen} onOpen={onOpen} />
    </section>
  );
}

function SimilarList({
  name,
  rows,
  onOpen,
}: {
  name: string;
  rows: readonly SimilarRow[];
  onOpen: (id: PaperId) => void;
}) {
  const now = useNow();
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className="similar-name">{name}</h3>
      <ul className="similar">
        {rows.map(({ paper, because }) => (
          <li key={paper.id}>
            <button
              type="button"
              className="similar-title"
              dir="auto"
              onClick={() => onOpen(paper.id)}
            >
              {paper.title}
            </button>
            <PaperMeta paper={paper} now={now} />
            {because.length > 0 && (
              <p className="similar-because">{t('similar_because', because.join(', '))}</p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
