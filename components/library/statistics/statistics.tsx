import { useEffect, useState } from 'react';
import { t } from '../../../lib/i18n';
import { EmptyState } from '../../empty-state';
import { useKeys } from '../../keys';
import { CalendarChart } from './calendar-chart';
import './statistics.css';
import { StatisticsTotals } from './statistics-totals';
import { TagsChart } from './tags-chart';
import { useStatistics, type Counted } from './use-statistics';

const COUNTED: readonly Counted[] = ['read', 'saved'];

/** What was read and saved over the last year, as numbers and as charts. */
export function Statistics({
  onReady,
  onUndo,
  onLeave,
}: {
  /** The numbers are on screen. */
  onReady: () => void;
  onUndo: () => void;
  onLeave: () => void;
}) {
  const [counted, setCounted] = useState<Counted>('read');
  const numbers = useStatistics(counted);
  const isRead = numbers !== undefined;
  useEffect(() => {
    if (isRead) onReady();
  }, [isRead, onReady]);
  useKeys({ u: onUndo, Escape: onLeave });

  return (
    <section className="statistics" aria-labelledby="statistics-title">
      <header className="statistics-head">
        <h1 id="statistics-title">{t('statistics')}</h1>
        {numbers && !numbers.isEmpty && (
          <div className="counted" role="group" aria-label={t('statistics_counted')}>
            {COUNTED.map((each) => (
              <button
                key={each}
                type="button"
                className="button quiet"
                aria-pressed={each === counted}
                onClick={() => setCounted(each)}
              >
                {t(`statistics_counted_${each}`)}
              </button>
            ))}
          </div>
        )}
      </header>
      {numbers?.isEmpty && (
        <EmptyState title={t('statistics_empty')} text={t('statistics_empty_text')} />
      )}
      {numbers && !numbers.isEmpty && (
        <>
          <StatisticsTotals of={numbers} />
          <CalendarChart of={numbers} counted={counted} />
          <TagsChart of={numbers} counted={counted} />
        </>
      )}
    </section>
  );
}
