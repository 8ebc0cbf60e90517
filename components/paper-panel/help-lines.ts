import { t } from '../../lib/i18n';
import type { HelpLine } from '../help-dialog';

/** The keys of the panel, for its help. */
export function helpLines(): HelpLine[] {
  return [
    { keys: ['/'], does: t('key_search') },
    { keys: ['j', 'k'], does: t('key_move') },
    { keys: ['Enter'], does: t('key_abstract') },
    { keys: ['s'], does: t('key_save') },
    { keys: ['t'], does: t('key_tag') },
    { keys: ['n'], does: t('key_note') },
    { keys: ['e'], does: t('key_read') },
    { keys: ['o'], does: t('key_open') },
    { keys: ['u'], does: t('key_undo') },
    { keys: ['1', '2', '3'], does: t('key_views') },
    { keys: ['?'], does: t('key_help') },
  ];
}
