import { useId, useState } from 'react';
import { t } from '../../lib/i18n';

/** One paper of the try-out, with the control that stands beside every title. */
export function TryRow({
  title,
  authors,
  seen = false,
  saved,
  tags,
  onSave,
  onUnsave,
  onTag,
}: {
  title: string;
  authors: string;
  seen?: boolean;
  saved: boolean;
  tags: readonly string[];
  onSave(): void;
  onUnsave(): void;
  onTag(tag: string): void;
}) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const id = useId();

  return (
    <li>
      <div className="try-title" id={id}>
        {title}
      </div>
      {saved ? (
        <button
          className="try-control saved"
          aria-expanded={open}
          aria-describedby={id}
          onClick={() => setOpen(!open)}
        >
          {t('welcome_saved')}
          {tags.map((tag) => (
            <span className="try-tag" key={tag}>
              #{tag}
            </span>
          ))}
        </button>
      ) : (
        <button
          className={`try-control ${seen ? 'seen' : 'new'}`}
          aria-describedby={id}
          onClick={onSave}
        >
          {seen && <span className="try-ago">{t('welcome_seen')}</span>}
          {t('welcome_save')}
        </button>
      )}
      <div className="try-authors">{authors}</div>
      {saved && open && (
        <form
          className="try-tags"
          onSubmit={(event) => {
            event.preventDefault();
            const tag = text.trim().replace(/^#/, '').slice(0, 40);
            if (tag) onTag(tag);
            setText('');
            setOpen(false);
          }}
        >
          <input
            className="field"
            aria-label={t('tag_add')}
            placeholder={t('tag_add')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <button className="button" type="submit">
            {t('welcome_tag')}
          </button>
          <button
            className="button quiet"
            type="button"
            onClick={() => {
              setOpen(false);
              onUnsave();
            }}
          >
            {t('welcome_unsave')}
          </button>
        </form>
      )}
    </li>
  );
}
