import { readBackup } from '../../../lib/backup/read-backup';
import { commitStaged, stageImport } from '../../../lib/backup/send-import';
import { exportBackup } from '../../../lib/db/export';
import { db } from '../../../lib/db/open';
import { stagedHeads } from '../../../lib/db/staging';
import { newOp, send } from '../../../lib/send';
import { DEFAULT_SETTINGS } from '../../../lib/settings';

/** What one of our own pages can do with the data, for tests to call inside it. */
const data = {
  db,
  send,
  newOp,
  readBackup,
  stageImport,
  commitStaged,
  exportBackup,
  stagedHeads,
  settings: DEFAULT_SETTINGS,
};

export type PageData = typeof data;

Object.assign(globalThis, { data });
