import { useCallback, useEffect, useRef, useState } from 'react';
import { t } from '../lib/i18n';
import type { PaperId } from '../lib/paper';
import { useAct } from './act';

const PAUSE_MS = 800;
const MAX_NOTE = 100_000;

/** A note that stores itself when typing pauses, when it is left and when the page closes. */
export function NoteEditor({
  paperId,
  note,
  hint = t('note_add'),
}: {
  paperId: PaperId;
  note: string;
  /** Stands in the empty field. */
  hint?: string;
}) {
  const act = useAct();
  // Undefined: nothing was typed that is not stored yet; then the stored note is shown, live.
  const [draft, setDraft] = useState<string>();
  const unsaved = useRef<string>(undefined);

  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  const store = useCallback(async () => {
    clearTimeout(pause.current);
    const text = unsaved.current;
    if (text === undefined) return;
    unsaved.current = undefined;
    const answer = await act('setNote', { paperId, note: text }, t('said_note'));
    if (unsaved.current !== undefined) return;
    // What could not be stored stays in the field.
    if (answer) setDraft(undefined);
    else unsaved.current = text;
  }, [act, paperId]);

  useEffect(() => {
    if (draft === undefined) return;
    pause.current = setTimeout(() => void store(), PAUSE_MS);
    return () => clearTimeout(pause.current);
  }, [draft, store]);

  useEffect(() => {
    const onLeave = () => void store();
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('pagehide', onLeave);
      onLeave();
    };
  }, [store]);

  return (
    <textarea
      className="field note"
      aria-label={t('note')}
      placeholder={hint}
      dir="auto"
      rows={2}
      maxLength={MAX_NOTE}
      value={draft ?? note}
      onChange={(event) => {
        unsaved.current = event.target.value;
        setDraft(event.target.value);
      }}
      onBlur={() => void store()}
    />
  );
}
