import { HeatmapRect } from '@visx/heatmap';
import { scaleBand } from '@visx/scale';
import { useEffect, useRef } from 'react';
import { plural, t } from '../../../lib/i18n';
import { weekdayOf } from '../../../lib/digest/calendar';
import type { Day } from '../../../lib/paper';
import { LEVELS, levelsOf } from '../../../lib/statistics/levels';
import { Chart } from './chart';
import { named, wholeDay } from './day-names';
import { DaysTable } from './days-table';
import type { Counted, Statistics } from './use-statistics';

const STEP = 14;
const CELL = 12;
const LEFT = 34;
const TOP = 18;
/** Monday, Wednesday, Friday. */
const SAID_WEEKDAYS: ReadonlySet<number> = new Set([1, 3, 5]);

/** The last year, a square a day: the more papers, the larger and the stronger. */
export function CalendarChart({ of, counted }: { of: Statistics; counted: Counted }) {
  const { weeks, perDay } = of;
  const shown = weeks.flat().map((day) => ({ day, count: perDay.get(day) ?? 0 }));
  const level = levelsOf(shown.map(({ count }) => count));
  const name = t(`statistics_calendar_${counted}`);
  const summary = said(shown, counted);
  const box = useRef<HTMLDivElement>(null);
  // Where it does not fit, today is what one came for.
  useEffect(() => {
    box.current?.scrollTo({ left: box.current.scrollWidth });
  }, []);

  const columns = weeks.map((days, week) => ({ week, days }));
  const x = scaleBand({ domain: columns.map(({ week }) => week), range: [0, weeks.length * STEP] });
  const y = scaleBand({ domain: [0, 1, 2, 3, 4, 5, 6], range: [0, 7 * STEP] });
  return (
    <Chart name={name} summary={summary} table={<DaysTable days={shown} name={name} />}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where narrow */}
      <div ref={box} className="chart-scroll" role="group" tabIndex={0} aria-label={name}>
        <svg
          className="calendar"
          viewBox={`0 0 ${LEFT + weeks.length * STEP} ${TOP + 7 * STEP}`}
          role="img"
          aria-label={`${name}. ${summary}`}
        >
          {monthStarts(weeks).map(({ week, day }) => (
            <text key={day} x={LEFT + (x(week) ?? 0)} y={TOP - 7}>
              {named(day, { month: 'short' })}
            </text>
          ))}
          {weeks[0]!.map((day, row) => (
            <text key={day} x={0} y={TOP + (y(row) ?? 0) + 10}>
              {SAID_WEEKDAYS.has(weekdayOf(day)) && named(day, { weekday: 'short' })}
            </text>
          ))}
          <g transform={`translate(${LEFT} ${TOP})`}>
            <HeatmapRect
              data={columns}
              bins={({ days }) => days}
              count={(day: Day) => perDay.get(day) ?? 0}
              xScale={(week) => x(week) ?? 0}
              yScale={(row) => y(row) ?? 0}
              binWidth={CELL}
              binHeight={CELL}
              gap={0}
            >
              {(cells) =>
                cells.flat().map(({ bin: day, count, x, y }) => (
                  <Square key={day} x={x} y={y} level={level(count ?? 0)}>
                    {`${wholeDay(day)}: ${plural('papers', count ?? 0)}`}
                  </Square>
                ))
              }
            </HeatmapRect>
          </g>
        </svg>
      </div>
      <p className="legend" aria-hidden="true">
        {t('statistics_less')}
        <svg width={(LEVELS + 1) * STEP} height={CELL}>
          {Array.from({ length: LEVELS + 1 }, (_, n) => (
            <Square key={n} x={n * STEP} y={0} level={n} />
          ))}
        </svg>
        {t('statistics_more')}
      </p>
    </Chart>
  );
}

/** Its size says the same as its colour. */
function Square({
  x,
  y,
  level,
  children,
}: {
  x: number;
  y: number;
  level: number;
  children?: string;
}) {
  const size = level === 0 ? 0 : 4 + 2 * level;
  const inset = (CELL - size) / 2;
  return (
    <g data-level={level}>
      {children && <title>{children}</title>}
      <rect className="cell" x={x} y={y} width={CELL} height={CELL} rx={3} />
      {size > 0 && <rect x={x + inset} y={y + inset} width={size} height={size} rx={2} />}
    </g>
  );
}

function monthStarts(weeks: readonly Day[][]): { week: number; day: Day }[] {
  return weeks.flatMap((days, week) => {
    const first = days.find((day) => day.endsWith('-01'));
    // The last one or two weeks leave no room for a name.
    return first && week < weeks.length - 1 ? [{ week, day: first }] : [];
  });
}

function said(shown: readonly { day: Day; count: number }[], counted: Counted): string {
  const active = shown.filter(({ count }) => count > 0);
  const sum = active.reduce((total, { count }) => total + count, 0);
  if (sum === 0) return t(`statistics_none_${counted}`);
  const best = active.reduce((a, b) => (b.count > a.count ? b : a));
  const days = active.length;
  return [
    t(`statistics_sum_${counted}`, plural('papers', sum), plural('days', days)),
    days > 1 && t('statistics_best_day', wholeDay(best.day), plural('papers', best.count)),
  ]
    .filter(Boolean)
    .join(' ');
}
