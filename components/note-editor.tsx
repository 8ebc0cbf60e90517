import { t } from '../lib/i18n';
import { MAX_NOTE, type PaperId } from '../lib/paper';
import { useNote } from './use-note';

/** The reader's note on a paper; it keeps itself, and says whether it is kept. */
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
  return (
    <div className="note-editor">
      <textarea
        className="field note"
        aria-label={t('note')}
        placeholder={hint}
        dir="auto"
        rows={2}
        maxLength={MAX_NOTE}
        value={text}
        onChange={(event) => write(event.target.value)}
        onBlur={flush}
        onKeyDown={(event) => {
          if (!onEscape || event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEscape();
        }}
      />
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
