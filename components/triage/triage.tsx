import { useEffect, useState } from 'react';
import { t } from '../../lib/i18n';
import { parseTriage } from './origin';
import { readQueue } from './read-queue';
import { beginStored, storedSession, type StoredSession } from './stored-session';
import './triage.css';
import { TriageEmpty } from './triage-empty';
import { TriageFrame } from './triage-frame';
import { TriageRun } from './triage-run';

type State =
  | { is: 'reading' }
  | { is: 'failed'; error: unknown }
  /** Nothing waits; `of` papers stand in the list, undefined where there is none any more. */
  | { is: 'empty'; of: number | undefined }
  | { is: 'ready'; stored: StoredSession };

/** Triage: one paper after the other of the list that the address names. */
export function Triage() {
  const [origin] = useState(() => parseTriage(location.hash));
  const [state, setState] = useState<State>(() => {
    const stored = storedSession();
    return stored ? { is: 'ready', stored } : { is: 'reading' };
  });

  const reads = state.is === 'reading';
  useEffect(() => {
    if (!reads) return;
    let left = false;
    readQueue(origin).then(
      ({ ids, of }) => {
        if (left) return;
        setState(ids.length > 0 ? { is: 'ready', stored: beginStored(ids) } : { is: 'empty', of });
      },
      (error: unknown) => !left && setState({ is: 'failed', error }),
    );
    return () => {
      left = true;
    };
  }, [origin, reads]);

  // The page's own boundary says it, with a way to try again and one to get the data out.
  if (state.is === 'failed') throw state.error;
  if (state.is === 'ready') return <TriageRun origin={origin} stored={state.stored} />;
  return (
    <TriageFrame origin={origin}>
      {state.is === 'empty' ? (
        <TriageEmpty origin={origin} of={state.of} />
      ) : (
        <p className="triage-reading" role="status">
          {t('triage_reading')}
        </p>
      )}
    </TriageFrame>
  );
}
