import { useEffect, useState } from 'react';
import { FieldRow } from './field-row';
import { clockTime, minutesOf } from './times';

const AT_REST_MS = 1_500;

/**
 * A time of day. It is taken once the field is left or has been at rest: 12:00 is typed by way of
 * 01:00, which nobody meant.
 */
export function TimeRow({
  title,
  minutes,
  onChange,
}: {
  title: string;
  /** After midnight. */
  minutes: number;
  onChange(minutes: number): void;
}) {
  const [typed, setTyped] = useState<string>();
  const meant = typed === undefined ? undefined : minutesOf(typed);

  const take = () => {
    setTyped(undefined);
    if (meant !== undefined && meant !== minutes) onChange(meant);
  };
  useEffect(() => {
    if (meant === undefined || meant === minutes) return;
    const timer = setTimeout(() => onChange(meant), AT_REST_MS);
    return () => clearTimeout(timer);
  }, [meant, minutes, onChange]);

  return (
    <FieldRow title={title}>
      <input
        className="field"
        type="time"
        value={typed ?? clockTime(minutes)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </FieldRow>
  );
}
