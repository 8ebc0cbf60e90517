import { browser } from 'wxt/browser';

// Asking the browser costs some 50 µs; a list of a thousand rows asks for the same few texts.
const templates = new Map<string, string>();
const BLANKS = ['$1', '$2', '$3', '$4'];

/** The text of `_locales` under `key`, with `$1` … filled in; the key itself where it is missing. */
export function t(key: string, ...values: (string | number)[]): string {
  let template = templates.get(key);
  if (!template) {
    const message = browser.i18n.getMessage as (key: string, values: string[]) => string;
    templates.set(key, (template = message(key, BLANKS)));
  }
  return template.replace(/\$(\d)/g, (_, n: number) => String(values[n - 1] ?? '')) || key;
}

// Making a format costs a page 15 ms the first time, and only thousands need one (2026-11).
let format: Intl.NumberFormat | undefined;

/** A text that depends on a number: `key_one`, `key_other` … by the plural rules of the language. */
export function plural(key: string, count: number, ...values: (string | number)[]): string {
  const language = browser.i18n.getUILanguage();
  const rule = new Intl.PluralRules(language).select(count);
  const number = count < 1000 ? count : (format ??= new Intl.NumberFormat(language)).format(count);
  const text = t(`${key}_${rule}`, number, ...values);
  return text === `${key}_${rule}` ? t(`${key}_other`, number, ...values) : text;
}
