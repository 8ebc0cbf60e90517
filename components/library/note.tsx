import { t } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import { CAPS_NOTE } from './note-draft';
import { useNote } from './use-note';

/** The reader's note on a paper; it keeps itself. */
export function Note({ paperId, stored }: { paperId: PaperId; stored: string }) {
  const { text, state, theirs, write, keepMine, addTheirs, flush } = useNote(paperId, stored);
  return (
    <section className="detail-part" aria-labelledby="detail-note">
      <h2 id="detail-note">
        {t('note')}
        <span className="note-state" role="status">
          {state === 'kept' ? '' : t(`note_${state}`)}
        </span>
      </h2>
      <textarea
        className="field note"
        aria-labelledby="detail-note"
        placeholder={t('note_hint')}
        dir="auto"
        rows={3}
        maxLength={CAPS_NOTE}
        value={text}
        onChange={(event) => write(event.target.value)}
        onBlur={flush}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          document.getElementById('paper')?.focus();
        }}
      />
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
    </section>
  );
}
