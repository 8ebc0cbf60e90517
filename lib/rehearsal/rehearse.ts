import type { BackupReading } from '../backup/reading';
import { stageImport, type StageOptions } from '../backup/send-import';
import { commitImport } from '../db/commit-import';
import type { OffprintDb } from '../db/schema';
import { withScratch } from '../db/scratch';
import { stageLines } from '../db/stage-lines';
import { cancelStaged } from '../db/staging';
import type { Payload } from '../messages';
import type { Instant } from '../paper';
import type { send } from '../send';
import { readBack } from './read-back';
import type { Rehearsal } from './rehearsal';

/** Later than any clock of a file, so that nothing of it is taken for the future. */
const LAST_CLOCK = 'zzzzzzzzz-zzzzz-zzzzz';

export interface RehearseOptions {
  now: Instant;
  /** Told of records: done, in all. Each counts twice, on its way in and when it is read back. */
  onProgress?: (done: number, of: number) => void;
  signal?: AbortSignal;
}

/**
 * Really restores a backup, by the code that restores, into a scratch database that is deleted
 * afterwards, and reads every record back. The library is neither read nor written.
 * @throws the signal's reason when it was cancelled
 */
export function rehearse(reading: BackupReading, options: RehearseOptions): Promise<Rehearsal> {
  const { now, onProgress, signal } = options;
  const of = 2 * reading.records.length;
  return withScratch(async (scratch) => {
    const staging: StageOptions = { onProgress: (done) => onProgress?.(done, of) };
    if (signal) staging.signal = signal;
    const { bad, importId } = await stageImport(reading, tellScratch(scratch, now), staging);
    await commitImport(scratch, { importId, mode: 'replace', now, clock: LAST_CLOCK });
    signal?.throwIfAborted();
    return readBack(scratch, reading, {
      bad,
      onChunk: (done) => {
        signal?.throwIfAborted();
        onProgress?.(of / 2 + done, of);
      },
    });
  });
}

/** What the worker does with the chunks of an import, done to another database. */
function tellScratch(scratch: OffprintDb, now: Instant): typeof send {
  const tell = async (name: string, payload: unknown) => {
    if (name === 'cancelImport')
      return cancelStaged(scratch, (payload as Payload<'cancelImport'>).importId);
    return stageLines(scratch, { ...(payload as Payload<'stageImport'>), now });
  };
  return tell as typeof send;
}
