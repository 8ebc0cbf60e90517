import { Dialog } from '@base-ui/react/dialog';
import { useRef, useState } from 'react';
import { plural, t } from '../lib/i18n';
import type { Tag } from '../lib/paper';
import { useAct } from './act';
import { CloseIcon } from './icons';
import { TagChip } from './tag-chip';

/** Asks before several tags become one, and where that is open, which of them stays. */
export function MergeTagsDialog({
  tags,
  into,
  onClose,
}: {
  /** At least two, the one that would stay first. */
  tags: readonly (Tag & { count?: number })[];
  /** The one that stays, where that is settled. */
  into?: Tag;
  /** `merged`: they became one. */
  onClose: (merged: boolean) => void;
}) {
  const act = useAct();
  const button = useRef<HTMLButtonElement>(null);
  const [keptId, setKeptId] = useState((into ?? tags[0]!).id);
  const kept = into ?? tags.find(({ id }) => id === keptId) ?? tags[0]!;
  const merge = async () => {
    const tagIds = tags.map(({ id }) => id);
    const done = await act(
      'mergeTags',
      { tagIds, into: kept.id },
      t('said_tags_merged', kept.name),
    );
    onClose(done !== undefined);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose(false)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog" initialFocus={button}>
          <header className="dialog-head">
            <Dialog.Title className="dialog-title">
              {into ? t('tag_merge_title', into.name) : plural('tags_merge_title', tags.length)}
            </Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={t('close')}>
              <CloseIcon />
            </Dialog.Close>
          </header>
          <Dialog.Description className="merge-text">
            {into ? t('tag_merge_text', tags[0]!.name, into.name) : t('tags_merge_text')}
          </Dialog.Description>
          {!into && (
            <div className="merge-choice" role="radiogroup" aria-label={t('tags_merge_text')}>
              {tags.map((tag) => (
                <label key={tag.id} className="merge-tag">
                  <input
                    type="radio"
                    name="kept"
                    checked={tag === kept}
                    onChange={() => setKeptId(tag.id)}
                  />
                  <TagChip tag={tag} />
                  {tag.count !== undefined && <span>{plural('papers', tag.count)}</span>}
                </label>
              ))}
            </div>
          )}
          <footer className="merge-foot">
            <Dialog.Close className="button">{t('cancel')}</Dialog.Close>
            <button
              ref={button}
              type="button"
              className="button primary"
              onClick={() => void merge()}
            >
              {t('tags_merge_into', kept.name)}
            </button>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
