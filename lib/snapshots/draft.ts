import { exportBackup } from '../db/export';
import type { OffprintDb } from '../db/schema';
import type { Instant } from '../paper';
import type { Settings } from '../settings';
import { contentMark } from './content-mark';

/** What is told of a copy before it is saved. */
export interface Drafted {
  bytes: number;
  papers: number;
  mark: string;
}

/** A copy that was made and is not saved yet. */
export interface Draft extends Drafted {
  /** @throws SnapshotFailure; no file of that name counts then */
  save(name: string): Promise<void>;
  /** Lets go of it, saved or not. */
  drop(): Promise<void>;
}

/** Makes the file of a copy. */
export async function draftFile(
  db: OffprintDb,
  options: { settings: Settings; now: Instant },
): Promise<Drafted & { file: Blob }> {
  const { file, papers } = await exportBackup(db, options);
  return { file, bytes: file.size, papers, mark: await contentMark(file) };
}
