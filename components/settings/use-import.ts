import { useRef, useState } from 'react';
import { MAX_BYTES, type BackupHead } from '../../lib/backup/format';
import { readBackup } from '../../lib/backup/read-backup';
import { sayProblem } from '../../lib/backup/say-problem';
import { commitStaged, stageImport } from '../../lib/backup/send-import';
import { t } from '../../lib/i18n';
import type { BadRecord, ImportMode } from '../../lib/messages';
import { send } from '../../lib/send';
import { sentence } from '../sentence';

/** A file whose records were looked at and put aside; nothing of it is in the library yet. */
export interface ReadyImport {
  importId: string;
  name: string;
  head: BackupHead;
  /** What is wrong with the file as a whole. */
  problems: string[];
  /** Records that cannot be taken. */
  bad: BadRecord[];
}

export type ImportState =
  | { at: 'start'; said?: string }
  | { at: 'reading'; name: string; done: number; of: number }
  | { at: 'refused'; name: string; problems: string[] }
  | ({ at: 'ready' } & ReadyImport)
  | { at: 'taking' };

export interface Importing {
  state: ImportState;
  open(file: File): void;
  /** Stops reading, or lets go of what was read. */
  cancel(): void;
  take(ready: ReadyImport, mode: ImportMode): Promise<void>;
}

/** Reads a backup, has the worker check it, and takes it once the user says how. */
export function useImport(): Importing {
  const [state, setState] = useState<ImportState>({ at: 'start' });
  const current = useRef<AbortController>(undefined);

  const look = async (file: File, signal: AbortSignal): Promise<ImportState> => {
    const { name } = file;
    if (file.size > MAX_BYTES)
      return refused(name, [sayProblem({ kind: 'tooBig', bytes: file.size })]);
    const reading = await readBackup(new Uint8Array(await file.arrayBuffer()));
    const { head, records, problems } = reading;
    const sentences = problems.map(sayProblem);
    if (!head) return refused(name, sentences);
    const { importId, bad } = await stageImport(reading, send, {
      onProgress: (done, of) => setState({ at: 'reading', name, done, of }),
      signal,
    });
    if (records.length === bad.length)
      return refused(name, [...sentences, t('settings_import_nothing_good')]);
    return { at: 'ready', importId, name, head, problems: sentences, bad };
  };

  return {
    state,
    open(file: File) {
      const abort = new AbortController();
      current.current = abort;
      setState({ at: 'reading', name: file.name, done: 0, of: 0 });
      look(file, abort.signal).then(setState, (error: unknown) =>
        setState(
          abort.signal.aborted
            ? { at: 'start', said: t('settings_import_cancelled') }
            : refused(file.name, [sentence(error)]),
        ),
      );
    },
    cancel() {
      current.current?.abort();
      if (state.at === 'ready')
        void send('cancelImport', { importId: state.importId }).catch(() => {});
      if (state.at === 'ready' || state.at === 'refused')
        setState({ at: 'start', said: t('settings_import_cancelled') });
    },
    async take({ importId, head, name }: ReadyImport, mode: ImportMode) {
      setState({ at: 'taking' });
      try {
        await commitStaged(head, importId, mode, send);
        setState({ at: 'start' });
      } catch (error) {
        setState(refused(name, [sentence(error)]));
      }
    },
  };
}

function refused(name: string, problems: string[]): ImportState {
  return { at: 'refused', name, problems };
}
