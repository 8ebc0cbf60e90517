import { useLiveQuery } from 'dexie-react-hooks';
import { paperRows } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import { pdfAddresses, pdfsOf } from '../../lib/db/pdfs';
import type { PdfRow } from '../../lib/db/rows';
import { plural, t } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import { MAX_PDFS_AT_ONCE } from '../../lib/pdf-address';
import { bytes } from '../numbers';
import { useToast } from '../toast';
import './pdf.css';
import { failureWords } from './pdf-words';
import { useKeepPdfs } from './use-keep-pdfs';
import { usePdfActs } from './use-pdf-acts';

/** The PDFs of all selected papers: to be kept, how far they are, and which do not come. */
export function BulkPdfs({ ids }: { ids: readonly PaperId[] }) {
  const toast = useToast();
  const keep = useKeepPdfs();
  const acts = usePdfActs();
  const isTooMany = ids.length > MAX_PDFS_AT_ONCE;
  const key = ids.join();
  const addresses = useLiveQuery(
    async () => (isTooMany ? undefined : pdfAddresses(db, ids)),
    [key],
  );
  const pdfs = useLiveQuery(
    async () => (isTooMany ? undefined : [...(await pdfsOf(db, ids)).values()]),
    [key],
  );
  const missing = missingOf(addresses, pdfs);
  const ask = () => {
    if (isTooMany) toast({ text: t('pdf_too_many', MAX_PDFS_AT_ONCE), tone: 'error' });
    else if (missing) void keep(missing);
  };
  if (!isTooMany && addresses?.size === 0) return null;
  if (!isTooMany && !missing) return null;

  const waiting = pdfs?.filter(({ state }) => state === 'waiting') ?? [];
  const failed = pdfs?.filter(({ state }) => state === 'failed') ?? [];
  const kept = pdfs?.filter(({ state }) => state === 'kept') ?? [];
  const of = kept.length + waiting.length + failed.length;
  const received = [...kept, ...waiting].reduce((sum, pdf) => sum + pdf.received, 0);
  return (
    <div className="bulk-pdfs" role="group" aria-label={t('pdfs')}>
      {of > 0 && <p role="status">{t('pdf_bulk_kept', kept.length, of, bytes(received))}</p>}
      {waiting.length > 0 && (
        <>
          <progress aria-label={t('pdf_progress')} max={of} value={kept.length + failed.length} />
          <button
            type="button"
            className="button"
            onClick={() => acts.cancel(waiting.map(({ paperId }) => paperId))}
          >
            {t('pdf_cancel')}
          </button>
        </>
      )}
      {(isTooMany || missing!.size > 0) && (
        <button type="button" className="button" onClick={ask}>
          {isTooMany || of === 0 ? t('pdf_bulk_keep') : plural('pdf_bulk_more', missing!.size)}
        </button>
      )}
      {failed.length > 0 && <Failed pdfs={failed} />}
    </div>
  );
}

function Failed({ pdfs }: { pdfs: readonly PdfRow[] }) {
  const ids = pdfs.map(({ paperId }) => paperId);
  const rows = useLiveQuery(() => paperRows(db, ids), [ids.join()]);
  const titles = new Map(rows?.map(({ paper }) => [paper.id, paper.title]));
  return (
    <details className="pdf-failures">
      <summary>{plural('pdf_bulk_failed', pdfs.length)}</summary>
      <ul>
        {pdfs.map((pdf) => (
          <li key={pdf.id}>
            <strong dir="auto">{titles.get(pdf.paperId)}</strong> {failureWords(pdf)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Where those are that are neither kept nor on their way. */
function missingOf(
  addresses: ReadonlyMap<PaperId, string> | undefined,
  pdfs: readonly PdfRow[] | undefined,
): Map<PaperId, string> | undefined {
  if (!addresses || !pdfs) return undefined;
  const here = new Set(
    pdfs
      .filter(({ state }) => state === 'kept' || state === 'waiting')
      .map(({ paperId }) => paperId),
  );
  return new Map([...addresses].filter(([paperId]) => !here.has(paperId)));
}
