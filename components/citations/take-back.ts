import { t } from '../../lib/i18n';
import { send } from '../../lib/send';
import { sentence } from '../sentence';
import type { Toast } from '../toast-region';

/** Puts everything back as it stood before an import, and says so. */
export async function takeBack(importId: string, toast: (toast: Toast) => void): Promise<void> {
  try {
    await send('revertImport', { importId });
    toast({ text: t('settings_import_gone_back') });
  } catch (error) {
    toast({ text: sentence(error), tone: 'error' });
  }
}
