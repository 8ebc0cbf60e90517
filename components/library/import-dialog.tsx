import { Dialog } from '@base-ui/react/dialog';
import { useDeferredValue, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { readTextListing } from '../../lib/sites/text-listing';
import { plural, t } from '../../lib/i18n';
import { CloseIcon } from '../icons';
import { useImport } from './use-import';

const MAX_FILE_BYTES = 20_000_000;
const PREVIEWED = 3;

/** Takes in the text of a listing page, pasted or from a file: looks, counts, then imports. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [from, setFrom] = useState('pasted');
  const [save, setSave] = useState(true);
  const [refused, setRefused] = useState('');
  const { run, cancel, done, running } = useImport(onClose);
  const looked = useDeferredValue(text);
  const papers = useMemo(() => readTextListing(looked), [looked]);
  const looking = looked !== text;

  const open = async (file: File | undefined) => {
    if (!file) return;
    setRefused(file.size > MAX_FILE_BYTES ? t('import_too_large', file.name) : '');
    if (file.size > MAX_FILE_BYTES) return;
    setFrom(file.name.slice(0, 200));
    setText(await file.text());
  };

  return (
    <Dialog.Root open onOpenChange={(next) => !next && !running && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog import">
          <header className="dialog-head">
            <Dialog.Title className="dialog-title">{t('import_title')}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={t('close')} disabled={running}>
              <CloseIcon />
            </Dialog.Close>
          </header>
          <Dialog.Description className="detail-quiet">{t('import_text')}</Dialog.Description>
          <textarea
            className="field import-field"
            aria-label={t('import_paste')}
            placeholder={t('import_paste')}
            rows={6}
            value={text}
            disabled={running}
            onChange={(event) => {
              setFrom('pasted');
              setText(event.target.value);
            }}
          />
          <FileButton disabled={running} onFile={(file) => void open(file)} />
          <div role="status" className="import-found">
            {refused && <p>{refused}</p>}
            {text.trim() && !looking && (
              <p className="import-count">
                {papers.length > 0 ? plural('import_found', papers.length) : t('import_none')}
              </p>
            )}
            {papers.length > 0 && (
              <ol className="import-titles">
                {papers.slice(0, PREVIEWED).map((paper, i) => (
                  <li key={i} dir="auto">
                    {paper.title}
                  </li>
                ))}
                {papers.length > PREVIEWED && <li aria-hidden="true">…</li>}
              </ol>
            )}
          </div>
          <fieldset className="import-choice" disabled={running}>
            <legend className="visually-hidden">{t('import_choice')}</legend>
            <Choice checked={save} onChange={() => setSave(true)}>
              {t('import_save')}
            </Choice>
            <Choice checked={!save} onChange={() => setSave(false)}>
              {t('import_keep')}
            </Choice>
          </fieldset>
          <footer className="dialog-foot">
            {running && (
              <progress max={papers.length} value={done} aria-label={t('import_progress')} />
            )}
            <button type="button" className="button" onClick={running ? cancel : onClose}>
              {t('cancel')}
            </button>
            <button
              type="button"
              className="button primary"
              disabled={running || looking || papers.length === 0}
              onClick={() => void run(papers, from, save)}
            >
              {papers.length > 0 ? plural('import_do', papers.length) : t('import')}
            </button>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function FileButton({
  disabled,
  onFile,
}: {
  disabled: boolean;
  onFile: (file: File | undefined) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {t('import_file')}
      </button>
      <input
        ref={input}
        type="file"
        accept=".txt,text/plain"
        hidden
        aria-label={t('import_file')}
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </>
  );
}

function Choice({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: () => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <label className="choice" htmlFor={id}>
      <input id={id} type="radio" name="import-choice" checked={checked} onChange={onChange} />
      {children}
    </label>
  );
}
