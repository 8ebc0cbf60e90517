import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { db } from '../../lib/db/open';
import { pdfSpace, type TakenSpace } from '../../lib/db/pdfs';
import { plural, t } from '../../lib/i18n';
import { bytes, number } from '../numbers';
import { Row, Sheet } from '../settings/section';
import './pdf.css';
import { usePdfActs, type PdfActs } from './use-pdf-acts';

const PAGE = 20;

/** The PDFs that are kept, by size, and how to be rid of them. */
export function PdfsKept() {
  const space = useLiveQuery(() => pdfSpace(db));
  const acts = usePdfActs();
  if (!space) return null;
  const { kept, unfinished, removed } = space;
  return (
    <Sheet>
      <Row
        title={
          kept.length === 0
            ? t('settings_pdfs_none')
            : plural('settings_pdfs', kept.length, bytes(space.bytes))
        }
        hint={t('settings_pdfs_hint')}
      >
        {kept.length > 0 && (
          <button
            className="button"
            onClick={() => acts.remove(kept.map(({ paperId }) => paperId))}
          >
            {t('settings_pdfs_remove_all')}
          </button>
        )}
      </Row>
      {unfinished.paperIds.length > 0 && (
        <Row
          title={plural(
            'settings_pdfs_unfinished',
            unfinished.paperIds.length,
            bytes(unfinished.bytes),
          )}
        >
          <button className="button" onClick={() => acts.remove(unfinished.paperIds)}>
            {t('settings_pdfs_drop')}
          </button>
        </Row>
      )}
      {removed.paperIds.length > 0 && (
        <Row
          title={plural('settings_pdfs_removed', removed.paperIds.length, bytes(removed.bytes))}
          hint={t('settings_pdfs_removed_hint')}
        >
          <button className="button" onClick={() => acts.putBack(removed.paperIds)}>
            {t('pdf_put_back')}
          </button>
          <button className="button" onClick={acts.free}>
            {t('settings_pdfs_free')}
          </button>
        </Row>
      )}
      {kept.length > 0 && <BySize kept={kept} acts={acts} />}
    </Sheet>
  );
}

function BySize({ kept, acts }: { kept: readonly TakenSpace[]; acts: PdfActs }) {
  const [limit, setLimit] = useState(PAGE);
  return (
    <details className="settings-block">
      <summary>{t('settings_pdfs_by_size')}</summary>
      <ul className="pdf-sizes">
        {kept.slice(0, limit).map(({ paperId, title, bytes: size }) => (
          <li key={paperId}>
            <a href={`/pdf.html#${paperId}`} target="_blank" rel="noopener" dir="auto">
              {title}
            </a>
            <span>{bytes(size)}</span>
            <button
              className="button"
              aria-label={t('settings_pdfs_remove', title)}
              onClick={() => acts.remove([paperId])}
            >
              {t('pdf_remove')}
            </button>
          </li>
        ))}
      </ul>
      {kept.length > limit && (
        <button className="button" onClick={() => setLimit(limit + 5 * PAGE)}>
          {t('settings_pdfs_more', number(kept.length - limit))}
        </button>
      )}
    </details>
  );
}
