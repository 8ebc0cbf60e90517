import { t } from '../lib/i18n';
import type { Signal } from '../lib/paper';
import type { Trend } from '../lib/trending/trend';
import { number } from './numbers';
import { span } from './span';

const WIDTH = 96;
const HEIGHT = 28;
/** Room for the dot at the end of the line. */
const EDGE = 3;
const HOUR_MS = 60 * 60 * 1000;

/** A counter as it was observed, as a small line; said in words to those who do not see it. */
export function Sparkline({
  points,
  of = 'count',
}: {
  points: Trend['points'];
  /** What was counted, where that is known. */
  of?: Signal | 'count';
}) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || last[0] <= first[0]) return null;
  const hours = (last[0] - first[0]) / HOUR_MS;
  const line = placesOf(points);
  const [x, y] = line.at(-1)!;
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t(`digest_chart_${of}`, number(first[1]), number(last[1]), span(hours))}
    >
      <polyline points={line.map((place) => place.join()).join(' ')} />
      <circle cx={x} cy={y} r="2" />
    </svg>
  );
}

/** Where each point stands: time to the right, the count upwards, as wide and high as there is. */
function placesOf(points: Trend['points']): [x: number, y: number][] {
  const times = points.map(([at]) => at);
  const values = points.map(([, value]) => value);
  const scaled = (value: number, [from, to]: [number, number], length: number) =>
    EDGE + ((value - from) / (to - from || 1)) * (length - 2 * EDGE);
  const range = (all: number[]): [number, number] => [Math.min(...all), Math.max(...all)];
  const [time, count] = [range(times), range(values)];
  return points.map(([at, value]) => [
    round(scaled(at, time, WIDTH)),
    round(HEIGHT - scaled(value, count, HEIGHT)),
  ]);
}

function round(place: number): number {
  return Math.round(place * 10) / 10;
}
