import { useEffect, useRef, useState } from 'react';
import { t } from '../lib/i18n';
import { MAX_NOTE, type PaperId } from '../lib/paper';
import { NoteShown } from './note/note-shown';
import { useNote } from './use-note';

/**
 * The reader's note on a paper; it keeps itself, and says whether it is kept. A note that is there
 * is shown as its Markdown means it, until a click on it or its button edits it.
 */
export function NoteEditor({
  paperId,
  stored,
  hint,
  onEscape,
}: {
  paperId: PaperId;
  stored: string;
  /** Stands in the empty field. */
  hint: string;
  /** What Escape does in the field, where it does anything. */
  onEscape?: () => void;
}) {
  const { text, state, problem, theirs, write, keepMine, addTheirs, flush } = useNote(
    paperId,
    stored,
  );
  const field = useRef<HTMLTextAreaElement>(null);
  const [editing, setEditing] = useState(false);
  // What could not be kept stays open, wherever the keyboard is.
  const open = editing || !text.trim() || state === 'failed' || theirs !== undefined;

  useEffect(() => {
    const { current } = field;
    if (!editing || !current || current === document.activeElement) return;
    current.focus();
    current.setSelectionRange(current.value.length, current.value.length);
  }, [editing]);

  return (
    <div className="note-editor">
      {open ? (
        <textarea
          ref={field}
          className="field note"
          aria-label={t('note')}
          placeholder={hint}
          dir="auto"
          rows={2}
          maxLength={MAX_NOTE}
          value={text}
          onFocus={() => setEditing(true)}
          onChange={(event) => {
            setEditing(true);
            write(event.target.value);
          }}
          onBlur={(event) => {
            flush();
            // Another window took the keyboard: the reader is still writing.
            if (event.target !== document.activeElement) setEditing(false);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
            if (onEscape) event.preventDefault();
            onEscape?.();
            setEditing(false);
            flush();
          }}
        />
      ) : (
        <NoteShown
          text={text}
          onEdit={() => setEditing(true)}
          onChange={(next) => {
            write(next);
            flush();
          }}
        />
      )}
      <p className="note-state" role="status">
        {[problem, state === 'kept' ? '' : t(`note_${state}`)].filter(Boolean).join(' ')}
      </p>
      {theirs !== undefined && (
        <div className="note-conflict" role="alert">
          <p>{t('note_conflict')}</p>
          <blockquote dir="auto">{theirs || t('note_conflict_empty')}</blockquote>
          <button type="button" className="button" onClick={addTheirs}>
            {t('note_both')}
          </button>
          <button type="button" className="button" onClick={keepMine}>
            {t('note_mine')}
          </button>
        </div>
      )}
    </div>
  );
}
