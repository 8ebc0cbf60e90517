import type { BadRecord, ImportMode } from '../messages';
import { newOp, type send } from '../send';
import { MAX_CHUNK } from './format';
import type { BackupReading } from './reading';

/** Letters of one message; records of papers with long abstracts go in smaller chunks. */
const MAX_MESSAGE = 2_000_000;

export interface StageOptions {
  onProgress?: (done: number, of: number) => void;
  signal?: AbortSignal;
}

/** A backup that was handed to the worker and waits for its commit. */
export interface StagedImport {
  importId: string;
  bad: BadRecord[];
}

/**
 * Hands the records of a backup to the worker, chunk by chunk. Nothing changes before the commit.
 * @throws the signal's reason when it was cancelled; what was handed over is dropped then
 */
export async function stageImport(
  { records }: BackupReading,
  tell: typeof send,
  { onProgress, signal }: StageOptions = {},
): Promise<StagedImport> {
  const importId = newOp();
  const bad: BadRecord[] = [];
  try {
    if (records.length === 0) await tell('stageImport', { importId, n: 1, lines: [] });
    for (let done = 0; done < records.length;) {
      signal?.throwIfAborted();
      const lines = nextChunk(records, done);
      bad.push(...(await tell('stageImport', { importId, n: done + 1, lines })).bad);
      done += lines.length;
      onProgress?.(done, records.length);
    }
  } catch (error) {
    await tell('cancelImport', { importId }).catch(() => null);
    throw error;
  }
  return { importId, bad };
}

/** Takes what was staged; with `replace`, the settings of the backup too. */
export function commitStaged(
  { head }: BackupReading,
  importId: string,
  mode: ImportMode,
  tell: typeof send,
): Promise<{ papers: number; saved: number }> {
  const settings = mode === 'replace' && head ? { settings: head.settings } : {};
  return tell('commitImport', { importId, mode, ...settings });
}

function nextChunk(records: readonly string[], from: number): string[] {
  let letters = 0;
  let to = from;
  while (to < records.length && to - from < MAX_CHUNK) {
    letters += records[to]!.length;
    if (letters > MAX_MESSAGE && to > from) break;
    to++;
  }
  return records.slice(from, to);
}
