import { t } from '../../../lib/i18n';
import type { Day } from '../../../lib/paper';
import { number } from '../../numbers';
import { wholeDay } from './day-names';

/** The days on which anything was counted, the newest first. */
export function DaysTable({
  days,
  name,
}: {
  days: readonly { day: Day; count: number }[];
  name: string;
}) {
  return (
    <table>
      <caption>{t('statistics_days_caption', name)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('statistics_day')}</th>
          <th scope="col">{t('statistics_papers')}</th>
        </tr>
      </thead>
      <tbody>
        {days
          .filter(({ count }) => count > 0)
          .reverse()
          .map(({ day, count }) => (
            <tr key={day}>
              <th scope="row">{wholeDay(day)}</th>
              <td>{number(count)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
