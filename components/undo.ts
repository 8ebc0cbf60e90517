import { t } from '../lib/i18n';
import { newOp, send } from '../lib/send';
import { sentence } from './sentence';
import type { Toast } from './toast-region';

/** Takes back one act, the newest when none is named, and says so; taking back can be taken back. */
export async function undo(toast: (toast: Toast) => void, group?: string): Promise<void> {
  try {
    const ack = await send('undo', group ? { op: newOp(), group } : { op: newOp() });
    if (ack.changed === 0) toast({ text: t('undo_nothing') });
    else toast({ text: t('undo_done'), redo: ack.op });
  } catch (error) {
    toast({ text: sentence(error), tone: 'error' });
  }
}
