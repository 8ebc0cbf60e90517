import { takenBack } from '../lib/db/acts';
import { db } from '../lib/db/open';
import { plural, t } from '../lib/i18n';
import { newOp, send } from '../lib/send';
import { sentence } from './sentence';
import type { Toast } from './toast-region';

const NAME_LENGTH = 60;

/** Takes back one act, the newest when none is named, and says so; taking back can be taken back. */
export async function undo(toast: (toast: Toast) => void, group?: string): Promise<void> {
  try {
    const ack = await send('undo', group ? { op: newOp(), group } : { op: newOp() });
    if (ack.changed === 0) toast({ text: t('undo_nothing') });
    else toast({ text: await said(ack.undone), redo: ack.op });
  } catch (error) {
    toast({ text: sentence(error), tone: 'error' });
  }
}

async function said(group: string | undefined): Promise<string> {
  const back = group === undefined ? undefined : await takenBack(db, group);
  if (!back) return t('undo_done');
  const letters = [...back.name];
  const name =
    letters.length > NAME_LENGTH ? `${letters.slice(0, NAME_LENGTH).join('')}…` : back.name;
  return plural(`undone_${back.what}`, back.count, name);
}
