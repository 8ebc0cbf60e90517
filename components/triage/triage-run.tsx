import { Suspense, useCallback, useEffect, useState } from 'react';
import { t } from '../../lib/i18n';
import type { Decision, Standing } from '../../lib/triage/decision';
import { tally, type Step } from '../../lib/triage/session';
import { ActsHeard } from '../act';
import { lazily } from '../lazily';
import { openPaper, titleHref } from '../links';
import { useSettings } from '../use-settings';
import { helpLines } from './help-lines';
import { listHref, type Origin } from './origin';
import { waitsIn } from './read-queue';
import type { StoredSession } from './stored-session';
import { TriageActs } from './triage-acts';
import { TriageEnd } from './triage-end';
import { TriageFrame } from './triage-frame';
import { TriagePaper } from './triage-paper';
import { TriageProgress } from './triage-progress';
import { useFront } from './use-front';
import { useRun } from './use-run';
import { useTriageKeys } from './use-triage-keys';

const TagEditor = lazily(() => import('../tag-editor'), 'TagEditor');
const HelpDialog = lazily(() => import('../help-dialog'), 'HelpDialog');

/** A sitting: the paper in front, what can be done with it, and the end. */
export function TriageRun({ origin, stored }: { origin: Origin; stored: StoredSession }) {
  const [run, session] = useRun(stored);
  const waits = useCallback((standing: Standing) => waitsIn(origin, standing), [origin]);
  const { full, standing, left } = useFront(run, session, waits);
  const [open, setOpen] = useState<'tags' | 'help'>();
  const [said, setSaid] = useState('');
  const settings = useSettings();
  const paper = full?.paper;
  const paperId = paper?.id;
  const href = paper && titleHref(paper, settings?.titleOpens);
  const canUndo = session.steps.length > 0;
  const isOver = left === 0;

  const decide = (did: Decision) => {
    if (!paper) return;
    run.decide(paper.id, did, standing);
    setSaid(t(`triage_said_${did}`, paper.title));
  };
  const undo = () => {
    const last = session.steps.at(-1);
    if (!last) return;
    run.undo();
    setSaid(t('triage_said_undo', nameOf(last)));
  };
  const heard = useCallback(
    (op: string, words: string) => {
      if (paperId) run.edited(paperId, op);
      setSaid(words);
    },
    [run, paperId],
  );
  // The way out may lead to another page, and what is not sent before would wait for Back.
  const leave = () => void run.settled().then(() => location.assign(listHref(origin)));
  const openIt = paper && href ? () => openPaper(paper, settings?.titleOpens) : undefined;
  useTriageKeys({
    covered: open !== undefined,
    decide,
    tag: () => paper && setOpen('tags'),
    open: openIt,
    undo,
    leave,
    help: () => setOpen('help'),
  });

  useEffect(() => {
    if (!paperId && !isOver) return;
    performance.mark('offprint:usable');
    // Who goes by the buttons stays there; else the paper is read out, and Space scrolls it.
    if (document.activeElement?.closest('#triage-foot') && !isOver) return;
    document
      .getElementById(isOver ? 'triage-leave' : 'triage-paper')
      ?.focus({ preventScroll: true });
  }, [paperId, isOver]);
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [paperId]);

  return (
    <ActsHeard value={heard}>
      <TriageFrame
        origin={origin}
        progress={<TriageProgress session={session} left={left} />}
        onHelp={() => setOpen('help')}
        onLeave={leave}
        foot={
          !isOver && (
            <TriageActs
              ready={paper !== undefined}
              canUndo={canUndo}
              last={said}
              onDecide={decide}
              onTag={() => setOpen('tags')}
              onOpen={openIt}
              onUndo={undo}
            />
          )
        }
      >
        <p className="visually-hidden" role="status">
          {said}
        </p>
        {full && <TriagePaper key={paperId} full={full} href={href} />}
        {isOver && (
          <TriageEnd
            origin={origin}
            tally={tally(session)}
            canUndo={canUndo}
            onUndo={undo}
            onLeave={leave}
          />
        )}
      </TriageFrame>
      <Suspense>
        {open === 'help' && <HelpDialog lines={helpLines()} onClose={() => setOpen(undefined)} />}
        {open === 'tags' && full && (
          <TagEditor
            paperIds={[full.paper.id]}
            tags={full.tags}
            anchor={document.getElementById('triage-tag')}
            returnTo={document.getElementById('triage-paper')}
            onDone={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </ActsHeard>
  );
}

function nameOf({ did }: Step): string {
  return t(`triage_${did}`);
}
