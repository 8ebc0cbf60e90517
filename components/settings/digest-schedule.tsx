import { DIGEST_LIMITS, type DigestSettings } from '../../lib/digest/digest-settings';
import { t } from '../../lib/i18n';
import { number } from '../numbers';
import { FieldRow } from './field-row';
import { QuietHours } from './quiet-hours';
import { Sheet } from './section';
import { TimeRow } from './time-row';
import type { EditDigest } from './use-digest';
import { WeekdayChoice } from './weekday-choice';

const { least, most } = DIGEST_LIMITS.size;
const SIZES = Array.from({ length: most - least + 1 }, (_, i) => least + i);

/** When a digest comes, and how long it is. */
export function DigestSchedule({ digest, edit }: { digest: DigestSettings; edit: EditDigest }) {
  const { time, days, size, quiet } = digest;
  return (
    <Sheet>
      <TimeRow
        title={t('settings_digest_time')}
        minutes={time}
        onChange={(next) => edit(() => ({ time: next }))}
      />
      <WeekdayChoice
        days={days}
        onToggle={(day) =>
          edit(({ days: chosen }) => ({
            days: chosen.includes(day)
              ? chosen.filter((other) => other !== day)
              : [...chosen, day].sort((a, b) => a - b),
          }))
        }
      />
      <FieldRow title={t('settings_digest_size')}>
        <select
          className="field"
          value={size}
          onChange={(event) => edit(() => ({ size: Number(event.target.value) }))}
        >
          {SIZES.map((each) => (
            <option key={each} value={each}>
              {number(each)}
            </option>
          ))}
        </select>
      </FieldRow>
      <QuietHours time={time} quiet={quiet} onChange={(next) => edit(() => ({ quiet: next }))} />
    </Sheet>
  );
}
