import { useState } from 'react';
import type { Tag } from '../lib/paper';
import { TagChip } from './tag-chip';
import { TagNameField } from './tag-name-field';

/** A tag whose name can be changed in place, everywhere it is used. */
export function TagName({ tag, onRemove }: { tag: Tag; onRemove?: () => void }) {
  const [isRenaming, setRenaming] = useState(false);
  if (!isRenaming) {
    const remove = onRemove ? { onRemove } : {};
    return <TagChip tag={tag} onClick={() => setRenaming(true)} {...remove} />;
  }
  const className = `chip chip-input tag-${tag.color}`;
  return <TagNameField tag={tag} className={className} onDone={() => setRenaming(false)} />;
}
