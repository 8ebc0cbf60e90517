import { useState } from 'react';
import type { SiteHealth } from '../../lib/db/rows';
import { t } from '../../lib/i18n';
import type { Day } from '../../lib/paper';
import { shortDay } from '../dates';
import { number } from '../numbers';
import { HealthChart, type Bar } from './health-chart';

/** How well the pages of one site could be read lately: in words, as a picture, and as a table. */
export function SiteHealthReport({ days, rows }: { days: readonly Day[]; rows: SiteHealth[] }) {
  const [now] = useState(() => Date.now());
  if (rows.length === 0) return <p className="settings-hint">{t('settings_health_none')}</p>;
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const bars = (promised: Figure, found: Figure): Bar[] =>
    days.map((day) => {
      const row = byDay.get(day);
      return { day, promised: row?.[promised] ?? 0, found: row?.[found] ?? 0 };
    });
  const papers = bars('rowsPromised', 'rowsFound');
  const abstracts = bars('abstractsPromised', 'abstractsFound');
  const worst = rows.findLast((row) => row.worst)?.worst;
  const errors = [...new Set(rows.flatMap((row) => row.errors))].slice(0, 3);

  return (
    <div className="health">
      {worst && (
        <p className="settings-warning">
          {worst.rowsFound < worst.rowsPromised
            ? t('settings_health_rows_short', number(worst.rowsFound), number(worst.rowsPromised))
            : t(
                'settings_health_abstracts_short',
                number(worst.abstractsFound),
                number(worst.abstractsPromised),
              )}{' '}
          <a href={worst.listing} target="_blank" rel="noreferrer">
            {worst.listing.replace(/^https:\/\//, '')}
          </a>
        </p>
      )}
      {errors.map((error) => (
        <p className="settings-warning" key={error}>
          {error}
        </p>
      ))}
      <div className="health-charts">
        <HealthChart name={t('settings_papers')} bars={papers} now={now} />
        <HealthChart name={t('settings_abstracts')} bars={abstracts} now={now} />
      </div>
      <details>
        <summary>{t('settings_health_days')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('settings_day')}</th>
              <th scope="col">{t('settings_pages')}</th>
              <th scope="col">{t('settings_papers')}</th>
              <th scope="col">{t('settings_abstracts')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map((row) => (
              <tr key={row.day}>
                <th scope="row">{shortDay(row.day, now)}</th>
                <td>{number(row.pages)}</td>
                <td>{t('settings_of', number(row.rowsFound), number(row.rowsPromised))}</td>
                <td>
                  {t('settings_of', number(row.abstractsFound), number(row.abstractsPromised))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

type Figure = 'rowsPromised' | 'rowsFound' | 'abstractsPromised' | 'abstractsFound';
