import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { db } from '../../lib/db/open';
import { readPdf } from '../../lib/db/pdfs';
import { t } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import './pdf.css';

/** One kept PDF in the browser's own viewer; works without a network. */
export function PdfPage({ paperId }: { paperId: PaperId }) {
  const paper = useLiveQuery(() => db.papers.get(paperId), [paperId]);
  const address = useKeptPdf(paperId);
  useEffect(() => {
    if (paper) document.title = paper.title;
  }, [paper]);

  if (address)
    return <iframe className="pdf-view" src={address} title={paper?.title ?? t('pdf')} />;
  return (
    <main className="pdf-none">
      {address === null && (
        <>
          <h1>{paper?.title}</h1>
          <p>{t('pdf_gone')}</p>
          <a className="button" href={`/library.html#/?paper=${paperId}`}>
            {t('pdf_to_library')}
          </a>
        </>
      )}
    </main>
  );
}

/** An address of the file, as long as this page stands; null where none is kept. */
function useKeptPdf(paperId: PaperId): string | null | undefined {
  const [address, setAddress] = useState<string | null>();
  useEffect(() => {
    let made: string | undefined;
    let left = false;
    void readPdf(db, paperId)
      .catch(() => undefined)
      .then((file) => {
        if (left) return;
        made = file && URL.createObjectURL(file);
        setAddress(made ?? null);
      });
    return () => {
      left = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [paperId]);
  return address;
}
