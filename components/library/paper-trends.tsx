import { plural, t } from '../../lib/i18n';
import { growth } from '../../lib/trending/trend';
import type { PaperInFull } from '../../lib/db/views';
import { number } from '../numbers';
import { siteName } from '../site-name';
import { span } from '../span';
import { Sparkline } from '../sparkline';
import { useNow } from '../use-now';

/** How fast the paper gathers attention: one line for each counter of each source. */
export function PaperTrends({ trends }: Pick<PaperInFull, 'trends'>) {
  const now = useNow();
  const watched = trends.filter(({ points, value }) => points.length > 1 && value > 0);
  if (watched.length === 0) return null;
  return (
    <section className="detail-part" aria-labelledby="detail-trends">
      <h2 id="detail-trends">{t('paper_trends')}</h2>
      <ul className="trends">
        {watched.map((trend) => {
          const { source, signal, value, points } = trend;
          const { gained, hours } = growth(trend, now);
          const count = `${siteName(source)}: ${plural(`why_${signal}`, value)}`;
          const gain = gained > 0 ? t('digest_short', number(gained), span(hours)) : '';
          return (
            <li key={`${source} ${signal}`}>
              <Sparkline points={points} of={signal} />
              <span>{[count, gain].filter(Boolean).join(', ')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
