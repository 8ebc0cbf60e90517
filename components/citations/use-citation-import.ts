import { useRef, useState } from 'react';
import type { PreviewRow } from '../../lib/citations/preview';
import { lookupKeys, preview } from '../../lib/citations/preview';
import { stageImport } from '../../lib/backup/send-import';
import { readKnownPapers } from '../../lib/db/known-papers';
import { lastImport } from '../../lib/db/last-import';
import { newId } from '../../lib/db/new-id';
import { db } from '../../lib/db/open';
import { plural, t } from '../../lib/i18n';
import { planImport, type Choice } from '../../lib/import-plan';
import { send } from '../../lib/send';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import { takeBack } from './take-back';

export type ImportRun =
  | { at: 'start'; said?: string }
  | { at: 'running'; done: number; of: number }
  /** Past the point where it can be cancelled: all of it is taken now, or none. */
  | { at: 'taking' };

/** Takes in what a preview showed, all or nothing, with one way back. */
export function useCitationImport(onDone: () => void) {
  const toast = useToast();
  const [run, setRun] = useState<ImportRun>({ at: 'start' });
  const current = useRef<AbortController>(undefined);

  const take = async (
    shown: readonly PreviewRow[],
    choice: (row: PreviewRow) => Choice,
    signal: AbortSignal,
  ): Promise<{ importId: string; papers: number }> => {
    // Looked up again: the library may have changed while the preview was read.
    const chosen = new Map(shown.map((row) => [row.record, choice(row)]));
    const records = shown.map(({ record }) => record);
    const known = await readKnownPapers(db, records.map(lookupKeys), signal);
    const now = Date.now();
    const plan = planImport(preview(records, known.lookup), {
      now,
      newId: () => newId(now),
      known: (id) => known.byId.get(id),
      choice: ({ record }) => chosen.get(record) ?? 'mine',
    });
    const onProgress = (done: number, of: number) => setRun({ at: 'running', done, of });
    const reading = { records: plan.records, problems: [] };
    const { importId, bad } = await stageImport(reading, send, { onProgress, signal });
    if (bad[0]) {
      await send('cancelImport', { importId });
      throw new NotTaken(bad[0].why);
    }
    setRun({ at: 'taking' });
    try {
      await send('commitImport', { importId, mode: 'add', taken: plan.taken });
    } catch (error) {
      // The answer may be lost and the import done all the same.
      if ((await lastImport(db).catch(() => undefined))?.id !== importId) throw error;
    }
    return { importId, papers: plan.papers };
  };

  return {
    run,
    start(rows: readonly PreviewRow[], choice: (row: PreviewRow) => Choice) {
      const abort = new AbortController();
      current.current = abort;
      setRun({ at: 'running', done: 0, of: rows.length });
      take(rows, choice, abort.signal).then(
        ({ importId, papers }) => {
          toast({
            text: plural('settings_imported', papers),
            undo: () => void takeBack(importId, toast),
          });
          onDone();
        },
        (error: unknown) =>
          setRun({
            at: 'start',
            said: abort.signal.aborted
              ? t('settings_import_cancelled')
              : `${error instanceof NotTaken ? error.message : sentence(error)} ${t('settings_import_kept')}`,
          }),
      );
    },
    cancel: () => current.current?.abort(),
  };
}

/** A record that the worker does not take. */
class NotTaken extends Error {}
