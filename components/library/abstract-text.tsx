import { useState } from 'react';
import { fillKey } from '../../lib/db/fills';
import { t } from '../../lib/i18n';
import type { FillAnswer } from '../../lib/messages';
import type { LibraryEntry, Paper } from '../../lib/paper';
import { send } from '../../lib/send';
import { Highlight, type Mark } from '../highlight';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import { useSettings } from '../use-settings';
import { AbstractChanges } from './versions/abstract-changes';

const ANSWERS: readonly FillAnswer[] = ['once', 'always', 'never'];

/** The abstract; where none is known, why, and a way to get it. */
export function AbstractText({
  paper,
  entry,
  fill,
  mark,
}: {
  paper: Paper;
  entry: LibraryEntry | undefined;
  /** Where its fetching stands. */
  fill?: 'waiting' | 'missing' | undefined;
  mark: Mark | undefined;
}) {
  return (
    <section className="detail-part" aria-labelledby="detail-abstract">
      <h2 id="detail-abstract">{t('abstract')}</h2>
      {paper.abstract ? (
        <AbstractChanges paper={paper} entry={entry}>
          <p className="abstract" dir="auto">
            <Highlight text={paper.abstract} mark={mark} />
          </p>
        </AbstractChanges>
      ) : (
        <NoAbstract paper={paper} fill={fill} />
      )}
    </section>
  );
}

function NoAbstract({ paper, fill }: { paper: Paper; fill?: 'waiting' | 'missing' | undefined }) {
  const toast = useToast();
  const settings = useSettings();
  const [asked, setAsked] = useState(false);
  const answer = async (said: FillAnswer) => {
    setAsked(said !== 'never');
    try {
      await send('answerFill', { answer: said, paperIds: [paper.id] });
    } catch (error) {
      setAsked(false);
      toast({ text: sentence(error), tone: 'error' });
    }
  };
  const waiting = fill === 'waiting' || (asked && !fill);
  const text = waiting
    ? t(navigator.onLine ? 'abstract_waiting' : 'abstract_waiting_offline')
    : fill === 'missing'
      ? t('abstract_missing')
      : t('abstract_none');
  return (
    <>
      <p className="detail-quiet">{text}</p>
      {!waiting && fill !== 'missing' && fillKey(paper) && (
        <div className="detail-fill">
          {settings?.fill === 'ask' ? (
            <>
              <span>{t('abstract_ask')}</span>
              {ANSWERS.map((each) => (
                <button
                  key={each}
                  type="button"
                  className="button"
                  onClick={() => void answer(each)}
                >
                  {t(`fill_${each}`)}
                </button>
              ))}
            </>
          ) : (
            <button type="button" className="button" onClick={() => void answer('once')}>
              {t('abstract_fetch')}
            </button>
          )}
        </div>
      )}
    </>
  );
}
