import { t } from '../lib/i18n';
import type { ShownTag } from '../lib/messages';
import { Highlight, type Mark } from './highlight';
import { CloseIcon } from './icons';

/** One tag in its colour. With `onClick` its name is a button; with `onRemove` it has a cross. */
export function TagChip({
  tag,
  mark,
  onClick,
  onRemove,
}: {
  tag: ShownTag;
  mark?: Mark | undefined;
  onClick?: () => void;
  onRemove?: () => void;
}) {
  const name = <Highlight text={tag.name} mark={mark} />;
  return (
    <span className={`chip tag-${tag.color}`}>
      {onClick ? (
        <button type="button" className="chip-name" onClick={onClick}>
          {name}
        </button>
      ) : (
        <span className="chip-name" dir="auto">
          {name}
        </span>
      )}
      {onRemove && (
        <button
          type="button"
          className="chip-remove"
          aria-label={t('tag_remove', tag.name)}
          onClick={onRemove}
        >
          <CloseIcon />
        </button>
      )}
    </span>
  );
}
