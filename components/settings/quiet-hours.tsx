import { useState } from 'react';
import { isQuiet } from '../../lib/digest/quiet';
import type { DigestSchedule } from '../../lib/digest/schedule';
import { t } from '../../lib/i18n';
import { timeOfDay } from '../dates';
import { SwitchRow } from './switch-row';
import { TimeRow } from './time-row';

type Quiet = NonNullable<DigestSchedule['quiet']>;

const NIGHT: Quiet = { from: 22 * 60, to: 7 * 60 };

/** When no digest may come, if the reader wants such hours. */
export function QuietHours({
  time,
  quiet,
  onChange,
}: {
  /** The time set for the digest, to say when it lies within. */
  time: number;
  quiet: DigestSchedule['quiet'];
  onChange(quiet: DigestSchedule['quiet']): void;
}) {
  // Turned off and on again, they are what they were.
  const [last, setLast] = useState(quiet ?? NIGHT);
  const set = (next: Quiet) => {
    setLast(next);
    onChange(next);
  };
  return (
    <>
      <SwitchRow
        title={t('settings_digest_quiet')}
        hint={t('settings_digest_quiet_hint')}
        checked={quiet !== undefined}
        onChange={(on) => onChange(on ? last : undefined)}
      />
      {quiet && (
        <>
          <TimeRow
            title={t('settings_digest_quiet_from')}
            minutes={quiet.from}
            onChange={(from) => set({ ...quiet, from })}
          />
          <TimeRow
            title={t('settings_digest_quiet_to')}
            minutes={quiet.to}
            onChange={(to) => set({ ...quiet, to })}
          />
        </>
      )}
      <div role="status">{quiet && <Remark time={time} quiet={quiet} />}</div>
    </>
  );
}

function Remark({ time, quiet }: { time: number; quiet: Quiet }) {
  const { from, to } = quiet;
  const words =
    from === to
      ? t('settings_digest_quiet_none')
      : isQuiet(time, quiet) && t('settings_digest_quiet_later', timeOfDay(to));
  return words && <p className="settings-block settings-hint">{words}</p>;
}
