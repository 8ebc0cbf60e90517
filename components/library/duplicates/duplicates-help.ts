import { t } from '../../../lib/i18n';
import type { HelpLine } from '../../help-dialog';

/** What the keys do among the pairs. */
export function duplicatesHelp(): HelpLine[] {
  return [
    { keys: ['j', 'k'], does: t('key_pair') },
    { keys: ['m'], does: t('key_merge') },
    { keys: ['b'], does: t('key_keep_both') },
    { keys: ['w'], does: t('key_swap') },
    { keys: ['u'], does: t('key_undo') },
    { keys: ['?'], does: t('key_help') },
  ];
}
