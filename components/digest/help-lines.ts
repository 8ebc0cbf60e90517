import { t } from '../../lib/i18n';
import type { HelpLine } from '../help-dialog';

/** The keys of the digest page, for its help. */
export function helpLines(): HelpLine[] {
  return [
    { keys: ['j', 'k'], does: t('key_move') },
    { keys: ['Enter'], does: t('key_abstract') },
    { keys: ['s'], does: t('key_save_remove') },
    { keys: ['t'], does: t('key_tag') },
    { keys: ['o'], does: t('key_open') },
    { keys: ['x'], does: t('key_not_interested') },
    { keys: ['u'], does: t('key_undo') },
    { keys: ['?'], does: t('key_help') },
  ];
}
