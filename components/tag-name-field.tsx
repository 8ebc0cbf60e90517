import { useLiveQuery } from 'dexie-react-hooks';
import { Suspense, useRef, useState } from 'react';
import { db } from '../lib/db/open';
import { t } from '../lib/i18n';
import type { Tag } from '../lib/paper';
import { MAX_TAG_LENGTH, tagNameKey } from '../lib/tag-name';
import { useAct } from './act';
import { lazily } from './lazily';

const MergeTagsDialog = lazily(() => import('./merge-tags-dialog'), 'MergeTagsDialog');

/**
 * A field to rename a tag in, everywhere it is used: Enter or leaving it renames, Escape does not.
 * The name of another tag offers to make the two one.
 */
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
  const [namesake, setNamesake] = useState<Tag>();
  // Read beforehand: a name must be sent at once, the page may be about to go.
  const tags = useLiveQuery(() => db.tags.toArray());
  // Leaving the field follows on Enter.
  const settled = useRef(false);
  const rename = async () => {
    if (settled.current) return;
    settled.current = true;
    if (!name.trim() || name === tag.name) return onDone();
    const key = tagNameKey(name);
    const other = (tags ?? (await db.tags.toArray())).find(
      ({ id, nameKey }) => nameKey === key && id !== tag.id,
    );
    if (other) return setNamesake(other);
    onDone();
    void act('renameTag', { tagId: tag.id, name }, t('said_renamed', tag.name, name));
  };
  const cancel = () => {
    settled.current = true;
    onDone();
  };
  return (
    <>
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
        onBlur={() => void rename()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') void rename();
          else if (event.key === 'Escape') cancel();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {namesake && (
        <Suspense>
          <MergeTagsDialog tags={[tag, namesake]} into={namesake} onClose={onDone} />
        </Suspense>
      )}
    </>
  );
}
