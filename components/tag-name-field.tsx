import { useState } from 'react';
import { t } from '../lib/i18n';
import type { Tag } from '../lib/paper';
import { MAX_TAG_LENGTH } from '../lib/tag-name';
import { useAct } from './act';

/** A field to rename a tag in, everywhere it is used: Enter or leaving it renames, Escape does not. */
export function TagNameField({
  tag,
  className,
  onDone,
}: {
  tag: Tag;
  className: string;
  onDone: () => void;
}) {
  const act = useAct();
  const [name, setName] = useState(tag.name);
  const rename = () => {
    onDone();
    if (name.trim() && name !== tag.name)
      void act('renameTag', { tagId: tag.id, name }, t('said_renamed', tag.name, name));
  };
  return (
    <input
      className={className}
      aria-label={t('tag_rename', tag.name)}
      value={name}
      size={Math.max(4, name.length)}
      maxLength={MAX_TAG_LENGTH}
      // The user chose to write here.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setName(event.target.value)}
      onBlur={rename}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') rename();
        else if (event.key === 'Escape') onDone();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
