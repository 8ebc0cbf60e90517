import { useLiveQuery } from 'dexie-react-hooks';
import { useId, useRef, useState } from 'react';
import { countTags } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import type { Watch } from '../../lib/digest/digest';
import { DIGEST_LIMITS } from '../../lib/digest/digest-settings';
import { normalise } from '../../lib/identity';
import { t } from '../../lib/i18n';
import { parseQuery } from '../../lib/search/plain';
import { IconButton } from '../icon-button';
import { CloseIcon } from '../icons';
import { AddForm } from './add-form';
import { useRemoval, type EditList } from './use-removal';

const KINDS: readonly Watch['kind'][] = ['search', 'author', 'tag'];

/** What the reader wants to be told of as soon as a new paper matches. */
export function WatchList({ watches, edit }: { watches: readonly Watch[]; edit: EditList<Watch> }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<Watch['kind']>('search');
  const tags = useLiveQuery(() => countTags(db));
  const remove = useRemoval({
    edit,
    most: DIGEST_LIMITS.watches,
    input,
    keyOf: ({ id }: Watch) => id,
  });

  const add = (text: string) => {
    if (!canMatch(kind, text)) return t(`settings_digest_watch_no_${kind}`, text);
    const isSame = (watch: Watch) =>
      watch.kind === kind && watch.text.toLowerCase() === text.toLowerCase();
    if (watches.some(isSame)) return t('settings_digest_twice', text);
    if (watches.length >= DIGEST_LIMITS.watches)
      return t('settings_digest_full', DIGEST_LIMITS.watches);
    edit((before) => [...before, { id: crypto.randomUUID(), kind, text }]);
    return undefined;
  };
  return (
    <div
      className="settings-block"
      role="group"
      aria-labelledby={id}
      aria-describedby={`${id}-hint`}
    >
      <h3 id={id}>{t('settings_digest_watches')}</h3>
      <p className="settings-hint" id={`${id}-hint`}>
        {t('settings_digest_watches_hint')}
      </p>
      {watches.length > 0 && (
        <ul className="watch-list">
          {watches.map((watch, at) => (
            <li key={watch.id}>
              <span className="settings-hint">{t(`settings_digest_watch_${watch.kind}`)}</span>
              <span className="watch-text" dir="auto">
                {watch.text}
              </span>
              <IconButton
                label={t('settings_digest_remove', watch.text)}
                onClick={() => remove(watch, at, watch.text)}
              >
                <CloseIcon />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <AddForm
        label={t('settings_digest_watch_text')}
        placeholder={t(`settings_digest_watch_example_${kind}`)}
        suggestions={kind === 'tag' ? (tags ?? []).map(({ name }) => name) : []}
        input={input}
        add={add}
      >
        <select
          className="field"
          aria-label={t('settings_digest_watch_kind')}
          value={kind}
          onChange={(event) => setKind(event.target.value as Watch['kind'])}
        >
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`settings_digest_watch_${each}`)}
            </option>
          ))}
        </select>
      </AddForm>
    </div>
  );
}

/** Filters such as `is:unread` say nothing of a paper that is new: a search needs a word. */
function canMatch(kind: Watch['kind'], text: string): boolean {
  return kind === 'author' ? normalise(text) !== '' : parseQuery(text).words.length > 0;
}
