import { checkRecord, type BackupRecord } from '../backup/check-record';
import { sayFault } from '../backup/say-problem';
import { commitImport } from '../db/commit-import';
import { goBack } from '../db/go-back';
import { cancelStaged, settingsApplied, settle, stagedHeads, stageRecords } from '../db/staging';
import type { Answer, BadRecord, Payload } from '../messages';
import { parseSettings, type Settings } from '../settings';
import { aside } from './aside';
import { tellToReadAgain } from './tell-listings';
import type { Worker } from './worker';

/** Checks one chunk of a backup and puts its good records aside. */
export async function stage(
  worker: Worker,
  { importId, n, lines }: Payload<'stageImport'>,
): Promise<Answer<'stageImport'>> {
  const bad: BadRecord[] = [];
  const records: BackupRecord[] = [];
  lines.forEach((line, i) => {
    const checked = checkRecord(line);
    if ('record' in checked) records.push(checked.record);
    else bad.push({ n: n + i, why: sayFault(checked.bad) });
  });
  await stageRecords(worker.db, { importId, n, records, now: worker.now() });
  return { bad };
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
      ? { before, after: subscribedAs(before, parseSettings(said)) }
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

/** A file subscribes nobody, and ends no subscription: that takes a click here. */
function subscribedAs({ digest }: Settings, after: Settings): Settings {
  const { on, since } = digest;
  return { ...after, digest: { ...after.digest, on, since } };
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
