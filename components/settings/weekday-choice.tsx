import { useId } from 'react';
import { browser } from 'wxt/browser';
import { t } from '../../lib/i18n';
import { weekdayName, weekOf } from './weekdays';

/** On which weekdays a digest comes: a button each, the week starting as the language's does. */
export function WeekdayChoice({
  days,
  onToggle,
}: {
  /** 0 (Sunday) to 6. */
  days: readonly number[];
  onToggle(day: number): void;
}) {
  const id = useId();
  const language = browser.i18n.getUILanguage();
  return (
    <div
      className="settings-row"
      role="group"
      aria-labelledby={id}
      aria-describedby={days.length === 0 ? `${id}-none` : undefined}
    >
      <div className="settings-row-words">
        <div className="settings-row-title" id={id}>
          {t('settings_digest_days')}
        </div>
        <div className="settings-hint" id={`${id}-none`} role="status">
          {days.length === 0 && t('settings_digest_days_none')}
        </div>
      </div>
      <div className="weekdays">
        {weekOf(language).map((day) => (
          <button
            key={day}
            type="button"
            className="weekday"
            aria-label={weekdayName(language, day, 'long')}
            aria-pressed={days.includes(day)}
            onClick={() => onToggle(day)}
          >
            {weekdayName(language, day, 'short')}
          </button>
        ))}
      </div>
    </div>
  );
}
