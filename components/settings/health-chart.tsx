import { t } from '../../lib/i18n';
import type { Day, Instant } from '../../lib/paper';
import { shortDay } from '../dates';
import { number } from '../numbers';

export interface Bar {
  day: Day;
  promised: number;
  found: number;
}

const WIDTH = 10;
const GAP = 4;
const HEIGHT = 40;

/** One bar a day: what was found, and above it what was promised and not found. */
export function HealthChart({
  name,
  bars,
  now,
}: {
  name: string;
  bars: readonly Bar[];
  now: Instant;
}) {
  const most = Math.max(1, ...bars.map((bar) => bar.promised));
  const promised = bars.reduce((sum, bar) => sum + bar.promised, 0);
  const found = bars.reduce((sum, bar) => sum + bar.found, 0);
  const total =
    promised === 0
      ? t('settings_health_not_shown')
      : t('settings_of', number(found), number(promised));
  return (
    <figure className="health-chart">
      <figcaption>
        {name} <span className="settings-hint">{total}</span>
      </figcaption>
      <svg
        role="img"
        aria-label={t('settings_health_chart', name, total)}
        viewBox={`0 0 ${bars.length * (WIDTH + GAP) - GAP} ${HEIGHT}`}
      >
        {bars.map((bar, i) => {
          const full = (Math.max(bar.promised, bar.found) / most) * (HEIGHT - 2);
          const good = (bar.found / most) * (HEIGHT - 2);
          const x = i * (WIDTH + GAP);
          return (
            <g key={bar.day}>
              <title>{`${shortDay(bar.day, now)}: ${t('settings_of', number(bar.found), number(bar.promised))}`}</title>
              <rect className="health-base" x={x} y={HEIGHT - 2} width={WIDTH} height={2} rx={1} />
              {full > 0 && (
                <rect
                  className="health-missed"
                  x={x}
                  y={HEIGHT - 2 - full}
                  width={WIDTH}
                  height={full}
                  rx={2}
                />
              )}
              {good > 0 && (
                <rect
                  className="health-found"
                  x={x}
                  y={HEIGHT - 2 - good}
                  width={WIDTH}
                  height={good}
                  rx={2}
                />
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
