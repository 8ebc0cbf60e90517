import { browser } from 'wxt/browser';

/** The text of `_locales` under `key`, with `$1` … filled in; the key itself where it is missing. */
export function t(key: string, ...values: (string | number)[]): string {
  const message = browser.i18n.getMessage as (key: string, values?: string[]) => string;
  return message(key, values.map(String)) || key;
}

/** A text that depends on a number: `key_one`, `key_other` … by the plural rules of the language. */
export function plural(key: string, count: number, ...values: (string | number)[]): string {
  const language = browser.i18n.getUILanguage();
  const rule = new Intl.PluralRules(language).select(count);
  const number = new Intl.NumberFormat(language).format(count);
  const text = t(`${key}_${rule}`, number, ...values);
  return text === `${key}_${rule}` ? t(`${key}_other`, number, ...values) : text;
}
