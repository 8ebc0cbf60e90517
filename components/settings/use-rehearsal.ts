import { useRef, useState } from 'react';
import { MAX_BYTES, type BackupHead } from '../../lib/backup/format';
import { readBackup } from '../../lib/backup/read-backup';
import { sayProblem } from '../../lib/backup/say-problem';
import { t } from '../../lib/i18n';
import type { Rehearsal } from '../../lib/rehearsal/rehearsal';
import { rehearse } from '../../lib/rehearsal/rehearse';

export type RehearsalState =
  | { at: 'start'; said?: string }
  | { at: 'running'; name: string; done: number; of: number }
  | { at: 'refused'; name: string; problems: string[] }
  | { at: 'done'; file: File; head: BackupHead; rehearsal: Rehearsal };

export interface Rehearsing {
  state: RehearsalState;
  open(file: File): void;
  /** Stops it, or puts its report away. */
  cancel(): void;
}

/** Restores a backup for a trial, in a database of its own. */
export function useRehearsal(): Rehearsing {
  const [state, setState] = useState<RehearsalState>({ at: 'start' });
  const current = useRef<AbortController>(undefined);

  const check = async (file: File, signal: AbortSignal): Promise<RehearsalState> => {
    const { name } = file;
    const refused = (problems: string[]) => ({ at: 'refused' as const, name, problems });
    if (file.size > MAX_BYTES) return refused([sayProblem({ kind: 'tooBig', bytes: file.size })]);
    const reading = await readBackup(new Uint8Array(await file.arrayBuffer()));
    const { head, problems } = reading;
    if (!head) return refused(problems.map(sayProblem));
    const rehearsal = await rehearse(reading, {
      now: Date.now(),
      signal,
      onProgress: (done, of) => setState({ at: 'running', name, done, of }),
    });
    return { at: 'done', file, head, rehearsal };
  };

  return {
    state,
    open(file) {
      current.current?.abort();
      const abort = new AbortController();
      const { signal } = abort;
      current.current = abort;
      setState({ at: 'running', name: file.name, done: 0, of: 0 });
      check(file, signal).then(
        (next) => {
          if (!signal.aborted) setState(next);
        },
        (error: unknown) => {
          if (current.current !== abort) return;
          if (signal.aborted) setState({ at: 'start', said: t('rehearsal_cancelled') });
          else setState({ at: 'refused', name: file.name, problems: [failed(error)] });
        },
      );
    },
    cancel() {
      current.current?.abort();
      setState({
        at: 'start',
        ...(state.at === 'running' ? { said: t('rehearsal_cancelled') } : {}),
      });
    },
  };
}

function failed(error: unknown): string {
  const isFull = error instanceof Error && /quota/i.test(error.name + error.message);
  return t(isFull ? 'rehearsal_full' : 'rehearsal_failed');
}
