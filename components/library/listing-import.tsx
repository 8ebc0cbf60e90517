import { useId, useMemo, useState, type ReactNode } from 'react';
import { readTextListing } from '../../lib/sites/text-listing';
import { plural, t } from '../../lib/i18n';
import { useListingImport } from './use-listing-import';

const PREVIEWED = 3;

/** What a listing page's text holds, and taking it in. */
export function ListingImport({
  text,
  from,
  onBusy,
  onClose,
}: {
  text: string;
  /** What the text is called: a file, or what was pasted. */
  from: string;
  onBusy: (busy: boolean) => void;
  onClose: () => void;
}) {
  const [save, setSave] = useState(true);
  const { run, cancel, done, running } = useListingImport(onClose);
  const papers = useMemo(() => readTextListing(text), [text]);

  const start = async () => {
    onBusy(true);
    await run(papers, from, save);
    onBusy(false);
  };
  return (
    <>
      <div role="status" className="import-found">
        {text.trim() && (
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
      {papers.length > 0 && (
        <fieldset className="import-choice" disabled={running}>
          <legend className="visually-hidden">{t('import_choice')}</legend>
          <Choice checked={save} onChange={() => setSave(true)}>
            {t('import_save')}
          </Choice>
          <Choice checked={!save} onChange={() => setSave(false)}>
            {t('import_keep')}
          </Choice>
        </fieldset>
      )}
      <footer className="dialog-foot">
        {running && <progress max={papers.length} value={done} aria-label={t('import_progress')} />}
        <button type="button" className="button" onClick={running ? cancel : onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={running || papers.length === 0}
          onClick={() => void start()}
        >
          {papers.length > 0 ? plural('import_do', papers.length) : t('import')}
        </button>
      </footer>
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
