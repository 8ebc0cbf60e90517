import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { healthIdOf, healthSince } from '../../lib/db/health';
import { db } from '../../lib/db/open';
import type { SiteHealth } from '../../lib/db/rows';
import { t } from '../../lib/i18n';
import type { Instant } from '../../lib/paper';
import { ago } from '../dates';
import { lastDays } from './last-days';
import { SwitchRow } from './switch-row';

const DAYS = 14;

/** One source of trending papers: whether it is asked, and how that went last. */
export function SourceRow({
  id,
  name,
  hint,
  checked,
  onChange,
}: {
  id: string;
  name: string;
  hint: string;
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  const [now] = useState(() => Date.now());
  const rows = useLiveQuery(
    () => healthSince(db, healthIdOf(id), lastDays(now, DAYS)[0]!),
    [id, now],
  );
  return (
    <SwitchRow
      title={name}
      hint={rows ? `${hint} ${health(rows.at(-1), now)}` : hint}
      checked={checked}
      onChange={onChange}
    />
  );
}

function health(last: SiteHealth | undefined, now: Instant): string {
  if (!last) return t('settings_digest_not_asked');
  const fault = last.errors.at(-1);
  const when = ago(last.at, now);
  return fault
    ? t('settings_digest_asked_fault', when, sentenceOf(fault))
    : t('settings_digest_last_read', when);
}

/** What went wrong in words; what has none yet is shown as it was noted. */
function sentenceOf(fault: string): string {
  const key = `settings_digest_fault_${fault.replaceAll('-', '_')}`;
  const words = t(key);
  return words === key ? fault : words;
}
