import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useState, type DragEvent } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import { lastImport } from '../../lib/db/last-import';
import { db } from '../../lib/db/open';
import { t } from '../../lib/i18n';
import { CloseIcon } from '../icons';
import { ListingImport } from '../library/listing-import';
import { sentence } from '../sentence';
import { BackupImport } from './backup-import';
import { CitationPreview } from './citation-preview';
import './citations.css';
import { FileButton } from './file-button';
import { ImportNotice } from './import-notice';
import { sourceOfFile, sourceOfText, type Source } from './import-source';
import type { Looked } from './look-citations';
import { readCitations } from './read-citations';

const SETTLE_MS = 200;

/**
 * Takes in papers from a file or from pasted text: says what it is, shows what would become of it,
 * and writes nothing before the user says so.
 */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [source, setSource] = useState<Source>();
  const [read, setRead] = useState<{ of: Source; looked: Looked }>();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const waiting = useLiveQuery(() => lastImport(db));

  useEffect(() => {
    if (!text.trim()) return;
    const timer = setTimeout(() => setSource(sourceOfText(text, t('import_pasted'))), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    if (source?.kind !== 'citations') return;
    const abort = new AbortController();
    readCitations(source, abort.signal).then(
      (looked) => setRead({ of: source, looked }),
      (error: unknown) => {
        if (!abort.signal.aborted) setSaid(sentence(error));
      },
    );
    return () => abort.abort();
  }, [source]);

  const open = async (file: File | undefined) => {
    if (!file || busy) return;
    setSaid('');
    try {
      setSource(await sourceOfFile(file));
    } catch {
      setSaid(t('import_unreadable', file.name));
    }
  };
  const drag = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      void open(event.dataTransfer.files[0]);
    },
  };
  const looked = read?.of === source ? read?.looked : undefined;
  const isFile = source !== undefined && text === '';
  const isBlocked = waiting !== undefined && !busy;
  return (
    <Dialog.Root open onOpenChange={(next) => !next && !busy && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          className={`dialog import ${source?.kind === 'citations' ? 'is-wide' : ''}`}
          data-over={over || undefined}
          {...drag}
        >
          <header className="dialog-head">
            <Dialog.Title className="dialog-title">{t('import_title')}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={t('close')} disabled={busy}>
              <CloseIcon />
            </Dialog.Close>
          </header>
          {isBlocked && <ImportNotice importId={waiting.id} papers={waiting.papers} />}
          {isFile ? (
            <p className="import-file">
              <span dir="auto">{source.name}</span>
              {source.kind === 'citations' &&
                ` · ${t(`format_${source.format.replace('-', '_')}`)}`}
            </p>
          ) : (
            <>
              <Dialog.Description className="detail-quiet">{t('import_text')}</Dialog.Description>
              <textarea
                className="field import-field"
                aria-label={t('import_paste')}
                placeholder={t('import_paste')}
                rows={source?.kind === 'citations' ? 2 : 6}
                value={text}
                disabled={busy}
                onChange={(event) => {
                  setSaid('');
                  setText(event.target.value);
                  if (!event.target.value.trim()) setSource(undefined);
                }}
              />
            </>
          )}
          <FileButton
            label={isFile ? t('import_other_file') : t('import_file')}
            disabled={busy}
            onFile={(file) => {
              setText('');
              void open(file);
            }}
          />
          <div role="status" className="import-found">
            {said || (source?.kind === 'tooBig' && t('import_too_large', source.name))}
            {source?.kind === 'citations' && !looked && !said && t('import_looking', source.name)}
          </div>
          {source?.kind === 'citations' && looked && (
            <CitationPreview
              looked={looked}
              isBlocked={isBlocked}
              onBusy={setBusy}
              onClose={onClose}
            />
          )}
          {source?.kind === 'backup' && (
            <BackupImport file={source.file} isBlocked={isBlocked} onClose={onClose} />
          )}
          {(!source || source.kind === 'listing' || source.kind === 'tooBig') && (
            <ListingImport
              text={source?.kind === 'listing' ? source.text : ''}
              from={source?.name ?? ''}
              onBusy={setBusy}
              onClose={onClose}
            />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
