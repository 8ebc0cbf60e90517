import type { BadRecord, ImportMode } from '../messages';
import { newOp, type send } from '../send';
import { MAX_CHUNK, MAX_LINE, type BackupHead } from './format';
import type { BackupReading } from './reading';

/** Letters of one message; records of papers with long abstracts go in smaller chunks. */
const MAX_MESSAGE = 4_000_000;
/** The next chunk travels while the worker checks one. */
const AT_ONCE = 2;

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
  const underWay: Promise<void>[] = [];
  try {
    if (records.length === 0) await tell('stageImport', { importId, n: 1, lines: [] });
    let done = 0;
    const send = async (n: number, lines: string[]) => {
      bad.push(...(await tell('stageImport', { importId, n, lines })).bad);
      onProgress?.((done += lines.length), records.length);
    };
    for (let sent = 0; sent < records.length;) {
      signal?.throwIfAborted();
      const lines = nextChunk(records, sent);
      underWay.push(send(sent + 1, lines));
      sent += lines.length;
      if (underWay.length >= AT_ONCE) await underWay.shift();
    }
    await Promise.all(underWay);
    signal?.throwIfAborted();
    bad.sort((a, b) => a.n - b.n);
  } catch (error) {
    // One that came in after the end would begin the import anew.
    await Promise.allSettled(underWay);
    await tell('cancelImport', { importId }).catch(() => null);
    throw error;
  }
  return { importId, bad };
}

/** Takes what was staged; with `replace`, the settings of the backup too. */
export function commitStaged(
  { settings }: Pick<BackupHead, 'settings'>,
  importId: string,
  mode: ImportMode,
  tell: typeof send,
): Promise<{ papers: number; saved: number }> {
  const follow = mode === 'replace' ? { settings } : {};
  return tell('commitImport', { importId, mode, ...follow });
}

function nextChunk(records: readonly string[], from: number): string[] {
  let letters = 0;
  let to = from;
  while (to < records.length && to - from < MAX_CHUNK) {
    letters += records[to]!.length;
    if (letters > MAX_MESSAGE && to > from) break;
    to++;
  }
  // One that no message may hold is sent as nothing, and comes back as bad.
  return records.slice(from, to).map((line) => (line.length > MAX_LINE ? '' : line));
}
