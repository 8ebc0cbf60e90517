import { useLiveQuery } from 'dexie-react-hooks';
import { db } from '../../lib/db/open';
import { stagedHeads } from '../../lib/db/staging';
import { plural, t } from '../../lib/i18n';
import { send } from '../../lib/send';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import { moment } from '../dates';

/** What was forgotten last, with the way back while there is one; it outlives the page. */
export function Forgotten() {
  const toast = useToast();
  const heads = useLiveQuery(() => stagedHeads(db));
  const last = heads?.findLast(({ kind, state }) => kind === 'forget' && state === 'committed');
  if (!last) return null;

  const undo = () =>
    send('undoForget', { op: last.id }).then(
      () => toast({ text: t('settings_forget_undone') }),
      (error: unknown) => toast({ text: sentence(error), tone: 'error' }),
    );
  return (
    <div className="settings-row">
      <span className="settings-row-words" role="status">
        {plural('settings_forgotten', last.papers)}{' '}
        <span className="settings-hint">{moment(last.at)}</span>
      </span>
      <button className="button" onClick={() => void undo()}>
        {t('undo')}
      </button>
    </div>
  );
}
