import { useMemo } from 'react';
import { db } from '../../lib/db/open';
import { readPdf } from '../../lib/db/pdfs';
import { plural, t } from '../../lib/i18n';
import type { Paper, PaperId } from '../../lib/paper';
import { pdfName } from '../../lib/pdf-name';
import { send } from '../../lib/send';
import { saveFile } from '../save-file';
import { sentence } from '../sentence';
import { useToast } from '../toast';

export interface PdfActs {
  cancel(paperIds: readonly PaperId[]): void;
  /** Says so, with *Undo* where there is a way back. */
  remove(paperIds: readonly PaperId[]): void;
  putBack(paperIds: readonly PaperId[]): void;
  /** Gives the way back up. */
  free(): void;
  saveAs(paper: Paper): void;
}

/** What can be done with PDFs that are kept or on their way. */
export function usePdfActs(): PdfActs {
  const toast = useToast();
  return useMemo(() => {
    const trying = (act: Promise<unknown>) =>
      void act.catch((error: unknown) => toast({ text: sentence(error), tone: 'error' }));
    const putBack = (paperIds: readonly PaperId[]) =>
      trying(send('putBackPdfs', { paperIds: [...paperIds] }));
    const remove = async (paperIds: readonly PaperId[]) => {
      const { removed } = await send('removePdfs', { paperIds: [...paperIds] });
      if (removed.length > 0)
        toast({ text: plural('said_pdf_removed', removed.length), undo: () => putBack(removed) });
    };
    const saveAs = async (paper: Paper) => {
      const file = await readPdf(db, paper.id);
      if (file) saveFile(file, pdfName(paper));
      else toast({ text: t('pdf_gone'), tone: 'error' });
    };
    return {
      cancel: (paperIds) => trying(send('cancelPdfs', { paperIds: [...paperIds] })),
      remove: (paperIds) => trying(remove(paperIds)),
      putBack,
      free: () => trying(send('dropRemovedPdfs', {})),
      saveAs: (paper) => trying(saveAs(paper)),
    };
  }, [toast]);
}
