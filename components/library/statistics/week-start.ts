import { browser } from 'wxt/browser';

type WithWeeks = Intl.Locale & { getWeekInfo?: () => { firstDay: number } };

/** The weekday on which weeks begin where the reader is: 0 (Sunday) to 6; Monday if unknown. */
export function weekStart(): number {
  const locale: WithWeeks = new Intl.Locale(browser.i18n.getUILanguage());
  return (locale.getWeekInfo?.().firstDay ?? 1) % 7;
}
