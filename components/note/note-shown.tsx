import { Suspense, type MouseEvent } from 'react';
import { t } from '../../lib/i18n';
import { IconButton } from '../icon-button';
import { PencilIcon } from '../icons';
import { lazily } from '../lazily';

const NoteText = lazily(() => import('./note-text'), 'NoteText');

/** A note that is not being written: its Markdown rendered, plain until that is loaded. */
export function NoteShown({
  text,
  onEdit,
  onChange,
}: {
  text: string;
  onEdit: () => void;
  /** A task was ticked; the note with it. */
  onChange: (text: string) => void;
}) {
  const onClick = ({ target }: MouseEvent) => {
    const pressesElse = target instanceof Element && target.closest('a, input, button');
    const selects = getSelection()?.isCollapsed === false;
    if (!pressesElse && !selects) onEdit();
  };
  return (
    // The pencil is the keyboard's way to the same.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className="note-shown" onClick={onClick}>
      <Suspense fallback={<p className="note-plain">{text}</p>}>
        <NoteText text={text} onChange={onChange} />
      </Suspense>
      <IconButton className="note-edit" label={t('note_edit_shown')} onClick={onEdit}>
        <PencilIcon />
      </IconButton>
    </div>
  );
}
