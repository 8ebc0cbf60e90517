import { browser } from 'wxt/browser';

const language = () => browser.i18n.getUILanguage();

/** 9998 as "9,998". */
export function number(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

/** Bytes in the unit a person would choose. */
export function bytes(value: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(3, value < 1000 ? 0 : Math.floor(Math.log10(value) / 3));
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: units[step]!,
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value / 1000 ** step < 10 && step > 0 ? 1 : 0,
  }).format(value / 1000 ** step);
}
