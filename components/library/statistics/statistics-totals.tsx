import { plural, t } from '../../../lib/i18n';
import { number } from '../../numbers';
import type { Statistics } from './use-statistics';

/** What was read, in single numbers. */
export function StatisticsTotals({ of: { totals, streaks, median } }: { of: Statistics }) {
  const lines: [name: string, value: string][] = [
    [t('statistics_week'), number(totals.week)],
    [t('statistics_month_so_far'), number(totals.month)],
    [t('statistics_year'), number(totals.year)],
    [t('statistics_streak'), plural('days', streaks.current)],
    [t('statistics_streak_longest'), plural('days', streaks.longest)],
    [t('statistics_median'), median === undefined ? '–' : plural('days', median)],
  ];
  return (
    <dl className="totals">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
