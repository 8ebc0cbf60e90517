import { t } from '../../lib/i18n';
import { spent, tally, type Session } from '../../lib/triage/session';
import { timeLeft } from '../../lib/triage/time-left';
import { number } from '../numbers';
import { timeWords } from './time-words';

/** "12 of 60 · 2 for later · about 9 min left", and the same as a thin bar. */
export function TriageProgress({ session, left }: { session: Session; left: number }) {
  const { passed, total, waiting } = tally(session);
  const time = timeLeft(spent(session), left);
  const at = t('triage_at', number(Math.min(passed + 1, total)), number(total));
  return (
    <>
      <p className="triage-at">
        <span>{at}</span>
        {waiting > 0 && <span>{t('triage_waiting', number(waiting))}</span>}
        {left > 0 && time !== undefined && <span>{timeWords(time)}</span>}
      </p>
      <div
        className="triage-bar-line"
        role="progressbar"
        aria-label={t('triage_progress')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={passed}
      >
        <div style={{ transform: `scaleX(${total > 0 ? passed / total : 1})` }} />
      </div>
    </>
  );
}
