import { useLiveQuery } from 'dexie-react-hooks';
import { db } from '../../lib/db/open';
import { pdfsOf } from '../../lib/db/pdfs';
import { t } from '../../lib/i18n';
import type { Paper } from '../../lib/paper';
import { pdfAddress } from '../../lib/pdf-address';
import { bytes } from '../numbers';
import { useOnline } from '../use-online';
import './pdf.css';
import { extentWords, failureWords, progressWords } from './pdf-words';
import { useFocusWithin } from './use-focus-within';
import { useKeepPdfs } from './use-keep-pdfs';
import { usePdfActs } from './use-pdf-acts';

/** The PDF of the open paper: to be kept, on its way, or here. */
export function PaperPdf({ paper }: { paper: Paper }) {
  const address = pdfAddress(paper);
  const pdf = useLiveQuery(
    async () => (await pdfsOf(db, [paper.id])).get(paper.id) ?? null,
    [paper.id],
  );
  const isOnline = useOnline();
  const keep = useKeepPdfs();
  const acts = usePdfActs();
  const within = useFocusWithin(pdf?.state);
  if (pdf === undefined) return <div className="pdf-line" />;
  if (pdf === null && !address) return null;

  const ids = [paper.id];
  const state = pdf?.state;
  const onKeep = () => void keep(new Map([[paper.id, address!]]));
  const onRemove = () => acts.remove(ids);
  return (
    <div className="pdf-line" role="group" aria-label={t('pdf')} {...within}>
      {pdf?.state === 'kept' && <p>{t('pdf_kept', bytes(pdf.received))}</p>}
      {pdf?.state === 'stopped' && <p>{t('pdf_stopped', extentWords(pdf))}</p>}
      {pdf?.state === 'removed' && <p>{t('pdf_removed_one')}</p>}
      {pdf?.state === 'failed' && (
        <p className="pdf-failed" role="alert">
          {failureWords(pdf)}
        </p>
      )}
      {pdf?.state === 'waiting' && (
        <>
          <p>{progressWords(pdf, isOnline)}</p>
          <progress
            aria-label={t('pdf_progress')}
            max={pdf.size ?? 1}
            value={pdf.size ? pdf.received : undefined}
          />
          <Act name={t('pdf_cancel')} onClick={() => acts.cancel(ids)} />
        </>
      )}
      {state === 'kept' && (
        <>
          <a className="button" href={`/pdf.html#${paper.id}`} target="_blank" rel="noopener">
            {t('pdf_open')}
          </a>
          <Act name={t('pdf_save_as')} onClick={() => acts.saveAs(paper)} />
        </>
      )}
      {address && !state && <Act name={t('pdf_keep')} onClick={onKeep} />}
      {address && state === 'stopped' && <Act name={t('pdf_resume')} onClick={onKeep} />}
      {address && state === 'failed' && <Act name={t('try_again')} onClick={onKeep} />}
      {state === 'removed' && <Act name={t('pdf_put_back')} onClick={() => acts.putBack(ids)} />}
      {state === 'failed' && <Act name={t('pdf_dismiss')} onClick={onRemove} />}
      {(state === 'kept' || state === 'stopped') && (
        <Act name={t('pdf_remove')} onClick={onRemove} />
      )}
    </div>
  );
}

function Act({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button type="button" className="button" onClick={onClick}>
      {name}
    </button>
  );
}
