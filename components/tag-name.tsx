import { useState } from 'react';
import { t } from '../lib/i18n';
import type { Tag } from '../lib/paper';
import { useAct } from './act';
import { TagChip } from './tag-chip';

/** A tag whose name can be changed in place, everywhere it is used. */
export function TagName({ tag, onRemove }: { tag: Tag; onRemove?: () => void }) {
  const act = useAct();
  const [name, setName] = useState<string>();

  if (name === undefined) {
    const remove = onRemove ? { onRemove } : {};
    return <TagChip tag={tag} onClick={() => setName(tag.name)} {...remove} />;
  }

  const rename = () => {
    setName(undefined);
    if (name.trim() && name !== tag.name)
      void act('renameTag', { tagId: tag.id, name }, t('said_renamed', tag.name, name));
  };
  return (
    <input
      className={`chip chip-input tag-${tag.color}`}
      aria-label={t('tag_rename', tag.name)}
      value={name}
      size={Math.max(4, name.length)}
      maxLength={60}
      // The user pressed the name to write in its place.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setName(event.target.value)}
      onBlur={rename}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') rename();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        setName(undefined);
      }}
    />
  );
}
