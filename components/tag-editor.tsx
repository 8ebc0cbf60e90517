import { Popover } from '@base-ui/react/popover';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import { db } from '../lib/db/open';
import { countTags } from '../lib/db/list';
import { cleanTagName, MAX_TAG_LENGTH, tagNameKey } from '../lib/tag-name';
import { plural, t } from '../lib/i18n';
import type { PaperId, Tag } from '../lib/paper';
import { useAct } from './act';
import { landmarkOf } from './landmark';
import { TagChip } from './tag-chip';
import { TagName } from './tag-name';

const SUGGESTED = 8;

/**
 * Edits the tags of papers in a popover: type to find or make one, press a tag to rename it, its
 * cross to take it off. Each step is one act with its own undo.
 */
export function TagEditor({
  paperIds,
  tags,
  anchor,
  returnTo = anchor,
  onDone,
}: {
  paperIds: readonly PaperId[];
  /** The tags that all of these papers have. */
  tags: readonly Tag[];
  /** What the popover stands under. */
  anchor: HTMLElement | null;
  /** What gets the keyboard back; the anchor, unless another is named. */
  returnTo?: HTMLElement | null;
  onDone: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const act = useAct();
  const edit = (add: string[], remove: string[]) =>
    act(
      'tagPapers',
      { paperIds: [...paperIds], add, remove },
      t(add.length > 0 ? 'said_tagged' : 'said_untagged', [...add, ...remove].join(', ')),
    );

  return (
    <Popover.Root open onOpenChange={(open) => !open && onDone()}>
      <Popover.Portal container={landmarkOf(anchor)}>
        <Popover.Positioner
          className="floating"
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={4}
        >
          <Popover.Popup
            className="popover tag-editor"
            aria-label={plural('tags_of', paperIds.length)}
            initialFocus={input}
            finalFocus={() => returnTo ?? true}
          >
            {tags.length > 0 && (
              <div className="tag-editor-chips">
                {tags.map((tag) => (
                  <TagName key={tag.id} tag={tag} onRemove={() => void edit([], [tag.name])} />
                ))}
              </div>
            )}
            <TagInput
              input={input}
              taken={tags}
              onAdd={(name) => void edit([name], [])}
              onRemoveLast={() => {
                const last = tags.at(-1);
                if (last) void edit([], [last.name]);
              }}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function TagInput({
  input,
  taken,
  onAdd,
  onRemoveLast,
}: {
  input: React.RefObject<HTMLInputElement | null>;
  taken: readonly Tag[];
  onAdd: (name: string) => void;
  onRemoveLast: () => void;
}) {
  const list = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const known = useLiveQuery(() => countTags(db));
  const options = suggest(known ?? [], taken, text);
  const active = Math.min(at, options.length - 1);

  const choose = (option: Option | undefined) => {
    if (!option) return;
    onAdd(option.name);
    setText('');
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length > 0) {
      event.preventDefault();
      setAt((active + step + options.length) % options.length);
    } else if (event.key === 'Enter' || (event.key === ',' && text.trim())) {
      event.preventDefault();
      choose(options[active]);
    } else if (event.key === 'Backspace' && text === '') onRemoveLast();
  };

  return (
    <>
      <input
        ref={input}
        className="field"
        role="combobox"
        aria-label={t('tag_add')}
        aria-expanded={options.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={options[active] ? `${list}-${active}` : undefined}
        placeholder={t('tag_add')}
        autoComplete="off"
        spellCheck={false}
        maxLength={MAX_TAG_LENGTH}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={t('tag_suggestions')} className="options">
        {options.map((option, i) => (
          // The keyboard stays in the input, which names the active option.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={option.name}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === active}
            tabIndex={-1}
            className="option"
            onMouseMove={() => setAt(i)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            {option.count === undefined ? (
              t('tag_create', option.name)
            ) : (
              <>
                <TagChip tag={option} />
                <span className="option-count">{option.count}</span>
              </>
            )}
          </div>
        ))}
      </div>
    </>
  );
}

interface Option {
  name: string;
  color: number;
  /** How many papers have it; undefined for a tag that is still to be made. */
  count?: number;
}

/** Known tags that match what was typed, most used first, and the typed name as a new tag. */
function suggest(
  known: readonly (Tag & { count: number })[],
  taken: readonly Tag[],
  text: string,
): Option[] {
  const key = tagNameKey(text);
  const ids = new Set(taken.map((tag) => tag.id));
  const matching = known.filter((tag) => !ids.has(tag.id) && tag.nameKey.includes(key));
  const exact = matching.find((tag) => tag.nameKey === key);
  const rest = matching
    .filter((tag) => tag !== exact)
    .sort((a, b) => rank(b, key) - rank(a, key) || b.count - a.count);
  const options: Option[] = [...(exact ? [exact] : []), ...rest].slice(0, SUGGESTED);
  const isNew = key !== '' && !exact && !taken.some((tag) => tag.nameKey === key);
  return isNew ? [...options, { name: cleanTagName(text), color: 7 }] : options;
}

function rank(tag: Tag, key: string): number {
  return tag.nameKey.startsWith(key) ? 1 : 0;
}
