import { useId, useRef } from 'react';
import { t } from '../../lib/i18n';
import { CloseIcon } from '../icons';
import { AddForm } from './add-form';
import { useRemoval, type EditList } from './use-removal';

/** The text to keep of what was typed, or why it cannot be kept, in a sentence. */
export type Checked = { text: string } | { refusal: string };

export type EditTexts = EditList<string>;

/** A few short texts that the reader adds to and takes from. */
export function TextList({
  title,
  hint,
  placeholder,
  texts,
  most,
  check,
  edit,
}: {
  title: string;
  hint: string;
  placeholder: string;
  texts: readonly string[];
  /** No more are kept. */
  most: number;
  check(typed: string): Checked;
  edit: EditTexts;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const remove = useRemoval({ edit, most, input, keyOf: (text: string) => text });

  const add = (typed: string) => {
    const checked = check(typed);
    if ('refusal' in checked) return checked.refusal;
    const { text } = checked;
    const key = text.toLowerCase();
    if (texts.some((other) => other.toLowerCase() === key)) return t('settings_digest_twice', text);
    if (texts.length >= most) return t('settings_digest_full', most);
    edit((before) => [...before, text]);
    return undefined;
  };
  return (
    <div
      className="settings-block"
      role="group"
      aria-labelledby={id}
      aria-describedby={`${id}-hint`}
    >
      <h4 id={id}>{title}</h4>
      <p className="settings-hint" id={`${id}-hint`}>
        {hint}
      </p>
      {texts.length > 0 && (
        <ul className="text-list">
          {texts.map((text, at) => (
            <li className="chip tag-7" key={text}>
              <span className="chip-name" dir="auto">
                {text}
              </span>
              <button
                type="button"
                className="chip-remove"
                aria-label={t('settings_digest_remove', text)}
                onClick={() => remove(text, at, text)}
              >
                <CloseIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddForm label={title} placeholder={placeholder} input={input} add={add} />
    </div>
  );
}
