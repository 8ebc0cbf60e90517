import { t } from '../../lib/i18n';
import type { HelpLine } from '../help-dialog';

/** The keys of triage and what its acts mean, for its help. */
export function helpLines(): HelpLine[] {
  return [
    { keys: ['s', 'k'], does: t('key_triage_keep') },
    { keys: ['x'], does: t('key_triage_skip') },
    { keys: ['l'], does: t('key_triage_later') },
    { keys: ['e'], does: t('key_triage_read') },
    { keys: ['t'], does: t('key_triage_tag') },
    { keys: ['o'], does: t('key_open') },
    { keys: ['u'], does: t('key_triage_undo') },
    { keys: ['Esc'], does: t('key_triage_leave') },
    { keys: ['?'], does: t('key_help') },
  ];
}
