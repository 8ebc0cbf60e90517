import { useId, useState, type ReactNode, type Ref } from 'react';
import { t } from '../../lib/i18n';
import { DIGEST_LIMITS } from '../../lib/digest/digest-settings';

/** A field for one more of a list: Enter or the button adds it, and a refusal is said below. */
export function AddForm({
  label,
  placeholder,
  suggestions = [],
  input,
  add,
  children,
}: {
  label: string;
  placeholder: string;
  suggestions?: readonly string[];
  input?: Ref<HTMLInputElement>;
  /** Takes what was typed, white space collapsed, or says in a sentence why it does not. */
  add(text: string): string | undefined;
  /** What is chosen before one types. */
  children?: ReactNode;
}) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState('');

  const submit = () => {
    const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, DIGEST_LIMITS.text);
    const why = text ? add(text) : undefined;
    setRefusal(why ?? '');
    if (!why) setTyped('');
  };
  return (
    <form
      className="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {children}
      <input
        ref={input}
        className="field"
        aria-label={label}
        aria-invalid={refusal !== ''}
        aria-describedby={refusal ? `${id}-why` : undefined}
        placeholder={placeholder}
        list={suggestions.length > 0 ? `${id}-list` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={DIGEST_LIMITS.text}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefusal('');
        }}
      />
      <button className="button" aria-label={t('settings_digest_add_to', label)}>
        {t('settings_digest_add')}
      </button>
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
      <p className="add-form-why" id={`${id}-why`} role="alert">
        {refusal}
      </p>
    </form>
  );
}
