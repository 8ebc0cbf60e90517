import { currentItems } from '../../lib/db/digests';
import { feedbackOn } from '../../lib/db/feedback';
import { paperRows, type PaperRow } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import type { FeedbackKind } from '../../lib/paper';
import type { Digest, DigestItem } from '../../lib/digest/digest';

/** A paper of a digest: why it was told, what is kept of it, what the reader said of it. */
export interface Entry {
  item: DigestItem;
  row: PaperRow;
  said: ReadonlySet<FeedbackKind>;
}

const NOTHING: ReadonlySet<FeedbackKind> = new Set();

/** The papers of a digest as they are now, each once; those that were forgotten are left out. */
export async function readEntries(digest: Digest): Promise<Entry[]> {
  const items = new Map(
    (await currentItems(db, digest)).map((item) => [item.paperId, item] as const),
  );
  const ids = [...items.keys()];
  const [rows, said] = await Promise.all([paperRows(db, ids), feedbackOn(db, ids)]);
  return rows.map((row) => ({
    item: items.get(row.paper.id)!,
    row,
    said: said.get(row.paper.id) ?? NOTHING,
  }));
}
