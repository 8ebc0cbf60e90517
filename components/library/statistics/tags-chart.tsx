import { plural, t } from '../../../lib/i18n';
import type { TagMonths } from '../../../lib/statistics/tag-months';
import { number } from '../../numbers';
import { Chart } from './chart';
import { wholeMonth } from './day-names';
import { MonthBars } from './month-bars';
import type { Counted, Statistics } from './use-statistics';

/** The tags of the last twelve months, each with bars of its own, all of one scale. */
export function TagsChart({ of, counted }: { of: Statistics; counted: Counted }) {
  const { byTag, months, tags } = of;
  const tagName = ({ tagId }: TagMonths) =>
    tagId === undefined ? t('statistics_no_tag') : (tags.get(tagId)?.name ?? '');
  const name = t(`statistics_tags_${counted}`);
  const most = byTag.filter(({ tagId }) => tagId !== undefined).slice(0, 3);
  const summary =
    most.length === 0
      ? t('statistics_tags_none')
      : most.map((row) => `${tagName(row)}: ${plural('papers', row.total)}`).join(' · ');
  const highest = Math.max(1, ...byTag.flatMap(({ counts }) => counts));
  return (
    <Chart
      name={name}
      summary={summary}
      table={
        <table>
          <caption>{name}</caption>
          <thead>
            <tr>
              <th scope="col">{t('statistics_month')}</th>
              {byTag.map((row) => (
                <th scope="col" key={row.tagId ?? ''}>
                  <bdi>{tagName(row)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((month, at) => (
              <tr key={month}>
                <th scope="row">{wholeMonth(month)}</th>
                {byTag.map(({ tagId, counts }) => (
                  <td key={tagId ?? ''}>{number(counts[at] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      {byTag.length > 0 && (
        <ul className="multiples">
          {byTag.map((row) => (
            <MonthBars
              key={row.tagId ?? ''}
              name={tagName(row)}
              color={row.tagId === undefined ? undefined : tags.get(row.tagId)?.color}
              row={row}
              months={months}
              highest={highest}
            />
          ))}
        </ul>
      )}
    </Chart>
  );
}
