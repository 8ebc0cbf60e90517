import { Dialog } from '@base-ui/react/dialog';
import { useId, useState } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import { CITE_FORMATS, type CiteFormat } from '../../lib/cite-format';
import { plural, t } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import { CloseIcon } from '../icons';
import { number } from '../numbers';
import './citations.css';
import { KeyPattern } from './key-pattern';
import { farScopes, nearScopes, type Listed, type Scope } from './scopes';
import { useExport } from './use-export';
import { useKeyPattern } from './use-key-pattern';

type Target = CiteFormat | 'zotero';
const TARGETS: readonly Target[] = [...CITE_FORMATS, 'zotero'];

/** Which papers, as what, with what keys; then the file, or Zotero. */
export function ExportDialog({
  chosen,
  listed,
  first,
  onClose,
}: {
  chosen: readonly PaperId[];
  listed: Listed;
  /** The format that is offered first. */
  first: Target;
  onClose: () => void;
}) {
  const id = useId();
  const [pattern, setPattern] = useKeyPattern();
  const [target, setTarget] = useState<Target>(first);
  const [wanted, setWanted] = useState<Scope['id']>();
  // As it stood when the dialog was opened.
  const [given] = useState({ chosen, listed });
  const far = useLiveQuery(() => farScopes(given.listed), [given]);
  const scopes = [...nearScopes(given.chosen, given.listed), ...(far ?? [])];
  const scope = scopes.find((each) => each.id === (wanted ?? scopes[0]?.id));
  const { state, download, zotero, cancel } = useExport(onClose);
  const running = state.at === 'running';
  const count = scope?.ids.length ?? 0;

  const start = () => {
    if (!scope) return;
    if (target === 'zotero') zotero(scope, pattern);
    else download(scope, target, pattern);
  };
  return (
    <Dialog.Root open onOpenChange={(next) => !next && !running && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog export">
          <header className="dialog-head">
            <Dialog.Title className="dialog-title">{t('export_title')}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={t('close')} disabled={running}>
              <CloseIcon />
            </Dialog.Close>
          </header>
          <fieldset className="export-part" disabled={running}>
            <legend>{t('export_what')}</legend>
            {scopes.length === 0 && <div className="export-scope" />}
            {scopes.map((each) => (
              <label key={each.id} className="export-scope">
                <input
                  type="radio"
                  name={`${id}-what`}
                  checked={each === scope}
                  onChange={() => setWanted(each.id)}
                />
                <span className="export-name" dir="auto">
                  {each.name}
                </span>
                <span className="export-count">{plural('papers', each.ids.length)}</span>
              </label>
            ))}
          </fieldset>
          <fieldset className="export-part" disabled={running}>
            <legend>{t('export_format')}</legend>
            <div className="export-formats">
              {TARGETS.map((each) => (
                <label key={each} className="export-format">
                  <input
                    type="radio"
                    name={`${id}-format`}
                    checked={each === target}
                    onChange={() => setTarget(each)}
                  />
                  <span>{t(`format_${each}`)}</span>
                </label>
              ))}
            </div>
            <p className="export-hint">{t(`format_${target}_hint`)}</p>
          </fieldset>
          <div className="export-part">
            <label htmlFor={`${id}-keys`}>{t('export_keys')}</label>
            <KeyPattern
              id={`${id}-keys`}
              pattern={pattern}
              of={scope?.ids[0]}
              onChange={setPattern}
            />
          </div>
          <div role="status" className="export-said">
            {state.at === 'start' && state.said}
          </div>
          <footer className="dialog-foot">
            {running && (
              <>
                <progress
                  max={state.of || 1}
                  value={state.done}
                  aria-label={t('export_progress')}
                />
                <span className="export-count">
                  {t('export_running', number(state.done), number(state.of))}
                </span>
              </>
            )}
            <button type="button" className="button" onClick={running ? cancel : onClose}>
              {t('cancel')}
            </button>
            {state.at === 'start' && state.offersRis && scope && (
              <button
                type="button"
                className="button"
                onClick={() => download(scope, 'ris', pattern)}
              >
                {t('zotero_ris')}
              </button>
            )}
            <button
              type="button"
              className="button primary"
              disabled={running || count === 0}
              onClick={start}
            >
              {t(target === 'zotero' ? 'zotero_do' : 'export_do')}
            </button>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
