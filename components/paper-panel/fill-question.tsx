import { useLiveQuery } from 'dexie-react-hooks';
import { countWaiting } from '../../lib/db/fills';
import { askableFills } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import { plural, t } from '../../lib/i18n';
import type { FillAnswer } from '../../lib/messages';
import type { PaperId } from '../../lib/paper';
import { send } from '../../lib/send';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import { useSettings } from '../use-settings';
import { Notice } from '../notice';
import { useOnline } from '../use-online';

const ANSWERS: readonly FillAnswer[] = ['once', 'always', 'never'];

/** Asks whether abstracts that a page does not show may be fetched, and tells how far that is. */
export function FillQuestion({ paperIds }: { paperIds: readonly PaperId[] }) {
  const toast = useToast();
  const settings = useSettings();
  const online = useOnline();
  const askable = useLiveQuery(() => askableFills(db, paperIds), [paperIds]);
  const waiting = useLiveQuery(() => countWaiting(db));

  const answer = (answer: FillAnswer) =>
    send('answerFill', { answer, paperIds: [...(askable ?? [])] }).catch((error: unknown) =>
      toast({ text: sentence(error), tone: 'error' }),
    );

  if (askable && askable.length > 0 && settings?.fill === 'ask')
    return (
      <Notice text={plural('fill_ask', paperIds.length, askable.length)}>
        {ANSWERS.map((each) => (
          <button key={each} type="button" className="button" onClick={() => void answer(each)}>
            {t(`fill_${each}`)}
          </button>
        ))}
      </Notice>
    );
  if (waiting) return <Notice text={plural(online ? 'fill_waiting' : 'fill_offline', waiting)} />;
  return null;
}
