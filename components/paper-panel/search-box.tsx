import type { KeyboardEvent, Ref } from 'react';
import { t } from '../../lib/i18n';
import { IconButton } from '../icon-button';
import { CloseIcon, SearchIcon } from '../icons';

/** The search field at the top; arrow down goes to what was found. */
export function SearchBox({
  value,
  placeholder,
  ref,
  onChange,
  onLeave,
}: {
  value: string;
  placeholder: string;
  ref: Ref<HTMLInputElement>;
  onChange: (value: string) => void;
  /** The user goes on to the list. */
  onLeave: () => void;
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onLeave();
    } else if (event.key === 'Escape' && value) {
      // Without text Escape closes the popup, as the browser has it.
      event.preventDefault();
      onChange('');
    }
  };
  return (
    <div className="search" role="search">
      <SearchIcon />
      <input
        ref={ref}
        type="text"
        inputMode="search"
        className="search-field"
        aria-label={placeholder}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        // Keyboard first: the popup opens ready to search.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {value && (
        <IconButton label={t('search_clear')} onClick={() => onChange('')}>
          <CloseIcon />
        </IconButton>
      )}
    </div>
  );
}
