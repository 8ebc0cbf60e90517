import type { Digest } from '../../lib/digest/digest';
import { plural, t } from '../../lib/i18n';
import type { Instant } from '../../lib/paper';
import { nearDay } from '../dates';

/** Every digest there is by its date, newest first. */
export function DayList({
  digests,
  current,
  now,
}: {
  digests: readonly Digest[];
  current: Digest;
  now: Instant;
}) {
  return (
    <nav className="days" aria-labelledby="days">
      <h2 id="days">{t('digest_days')}</h2>
      <ul>
        {digests.map(({ date, items }) => (
          <li key={date}>
            <a href={`#${date}`} aria-current={date === current.date ? 'page' : undefined}>
              <time dateTime={date}>{nearDay(date, now)}</time>{' '}
              <span className="days-count">{plural('digest_count', items.length)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
