import { useId, useRef } from 'react';
import { t } from '../../lib/i18n';
import { CloseIcon } from '../icons';
import { useToast } from '../toast';
import { AddForm } from './add-form';

/** The text to keep of what was typed, or why it cannot be kept, in a sentence. */
export type Checked = { text: string } | { refusal: string };

export type EditTexts = (of: (texts: readonly string[]) => string[]) => void;

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
  const toast = useToast();

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
  const remove = (text: string, at: number) => {
    edit((before) => before.filter((other) => other !== text));
    input.current?.focus();
    toast({
      text: t('settings_digest_removed', text),
      undo: () =>
        edit((now) =>
          now.includes(text) || now.length >= most ? [...now] : now.toSpliced(at, 0, text),
        ),
    });
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
                onClick={() => remove(text, at)}
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
