import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { plural, t } from '../../../lib/i18n';
import type { TagMonths } from '../../../lib/statistics/tag-months';
import { number } from '../../numbers';
import { named, wholeMonth } from './day-names';

const WIDTH = 240;
const HEIGHT = 64;
const FOOT = 16;

/** One bar a month, for one tag; said in words to those who do not see it. */
export function MonthBars({
  name,
  color,
  row: { counts, total },
  months,
  highest,
}: {
  name: string;
  /** Of the palette, 0 to 7. */
  color: number | undefined;
  row: TagMonths;
  months: readonly string[];
  /** What a bar of the whole height stands for. */
  highest: number;
}) {
  const x = scaleBand({ domain: [...months], range: [0, WIDTH], padding: 0.25 });
  const y = scaleLinear({ domain: [0, highest], range: [0, HEIGHT] });
  const best = counts.indexOf(Math.max(...counts));
  const papers = plural('papers', total);
  return (
    <li className={color === undefined ? 'multiple' : `multiple tag-${color}`}>
      <p className="multiple-name" aria-hidden="true">
        <span className="tag-dot" />
        <bdi>{name}</bdi>
        <span className="sidebar-count">{number(total)}</span>
      </p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`}
        role="img"
        aria-label={t(
          'statistics_tag_said',
          name,
          papers,
          wholeMonth(months[best]!),
          number(counts[best] ?? 0),
        )}
      >
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        {months.map((month, at) => {
          const count = counts[at] ?? 0;
          const height = count === 0 ? 0 : Math.max(2, y(count));
          return (
            <g key={month}>
              <title>{`${wholeMonth(month)}: ${plural('papers', count)}`}</title>
              <Bar
                className="bar"
                x={x(month) ?? 0}
                y={HEIGHT - height}
                width={x.bandwidth()}
                height={height}
                rx={2}
              />
              <text x={(x(month) ?? 0) + x.bandwidth() / 2} y={HEIGHT + FOOT - 3}>
                {named(month, { month: 'narrow' })}
              </text>
            </g>
          );
        })}
      </svg>
    </li>
  );
}
