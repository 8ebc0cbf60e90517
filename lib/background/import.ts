import { commitImport } from '../db/commit-import';
import { goBack } from '../db/go-back';
import { stageLines } from '../db/stage-lines';
import { cancelStaged, settingsApplied, settle, stagedHeads } from '../db/staging';
import type { Answer, Payload } from '../messages';
import { parseSettings, type Settings } from '../settings';
import { aside } from './aside';
import { tellToReadAgain } from './tell-listings';
import type { Worker } from './worker';

/** Checks one chunk of a backup and puts its good records aside. */
export function stage(
  worker: Worker,
  chunk: Payload<'stageImport'>,
): Promise<Answer<'stageImport'>> {
  return stageLines(worker.db, { ...chunk, now: worker.now() });
}

/** Takes all that was staged, or none; settings follow where the library is replaced. */
export async function commit(
  worker: Worker,
  { importId, mode, settings: said, taken: chosen = [] }: Payload<'commitImport'>,
): Promise<Answer<'commitImport'>> {
  const now = worker.now();
  const { clock } = (await worker.clock()).next(now);
  const before = await worker.settings.read();
  const settings =
    mode === 'replace' && said !== undefined
      ? { before, after: ofThisBrowser(before, parseSettings(said)) }
      : undefined;
  const taken = await commitImport(worker.db, {
    importId,
    mode,
    now,
    clock,
    fileWins: new Map(chosen.map(({ paperId, fields }) => [paperId, fields])),
    ...(settings ? { settings } : {}),
  });
  await applySettings(worker);
  aside(tellToReadAgain(worker));
  return taken;
}

/**
 * A file subscribes nobody, and ends no subscription: that takes a click here. Nor does it say when
 * and where this browser saves its backups.
 */
function ofThisBrowser(before: Settings, after: Settings): Settings {
  const { on, since } = before.digest;
  const { backupEvery, backupKeep, backupTo } = before;
  const digest = { ...after.digest, on, since };
  return { ...after, digest, backupEvery, backupKeep, backupTo };
}

/** Puts everything back as it stood before an import, or before something was forgotten. */
export async function revert(worker: Worker, id: string): Promise<null> {
  await goBack(worker.db, id, worker.now());
  await applySettings(worker);
  aside(tellToReadAgain(worker));
  return null;
}

export async function keep(worker: Worker, id: string): Promise<null> {
  await applySettings(worker);
  await settle(worker.db, id);
  return null;
}

export async function cancel(worker: Worker, id: string): Promise<null> {
  await cancelStaged(worker.db, id);
  return null;
}

/** Lets settings follow an import that was committed; also one during which the worker stopped. */
export async function applySettings(worker: Worker): Promise<void> {
  for (const { id, settingsToApply } of await stagedHeads(worker.db)) {
    if (settingsToApply === undefined) continue;
    await worker.settings.change(parseSettings(settingsToApply));
    await settingsApplied(worker.db, id);
  }
}
