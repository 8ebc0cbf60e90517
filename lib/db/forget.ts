import type { Forgetting } from '../messages';
import type { Instant, PaperId, Sighting } from '../paper';
import { localDay } from '../paper';
import { deletePapers } from './delete-papers';
import { heldByPdf } from './pdfs';
import type { BeforeImage } from './rows';
import type { OffprintDb } from './schema';
import { keepImages, readHead, writeHead } from './staging';

export interface Forget {
  op: string;
  what: Forgetting;
  now: Instant;
  clock: string;
}

/**
 * Forgets what was shown on a day, on a site, or between two days: those sightings go, and with
 * the last sighting of a paper the paper, but for what keeps it from being told again. Saved papers
 * and those with a PDF are left as they are. Every row is kept for the way back until
 * `lib/db/staging` drops it after a day.
 * @returns how many papers are gone
 */
export function forget(db: OffprintDb, { op, what, now, clock }: Forget): Promise<number> {
  return db.transaction('rw', db.tables, async () => {
    if (await readHead(db, op)) return 0;
    const saved = await keptIds(db);
    const shown = (await sightingsOf(db, what)).filter(({ paperId }) => !saved.has(paperId));
    if (shown.length === 0) return 0;
    const touched = new Set(shown.map(({ paperId }) => paperId));
    const images: BeforeImage[] = shown.map((row) => ({
      table: 'sightings',
      key: keyOf(row),
      row,
    }));
    await db.sightings.bulkDelete(shown.map(keyOf));
    const gone = await withoutSightings(db, touched);
    images.push(...(await deletePapers(db, gone)));
    await keepImages(db, op, images);
    await writeHead(db, op, {
      kind: 'forget',
      state: 'committed',
      at: now,
      clock,
      papers: gone.size,
      saved: 0,
    });
    return gone.size;
  });
}

// A PDF was asked for by the user, as saving was.
async function keptIds(db: OffprintDb): Promise<Set<PaperId>> {
  const [saved, withPdf] = await Promise.all([
    db.library.toCollection().primaryKeys(),
    heldByPdf(db),
  ]);
  return new Set([...saved, ...withPdf]);
}

function keyOf({ paperId, listing, day }: Sighting): [PaperId, string, string] {
  return [paperId, listing, day];
}

function sightingsOf(db: OffprintDb, what: Forgetting): Promise<Sighting[]> {
  switch (what.what) {
    case 'site':
      return db.sightings
        .where('[site+day]')
        .between([what.site, ''], [what.site, '\uffff'])
        .toArray();
    case 'day':
      return between(db, what.day, what.day);
    case 'between':
      return between(db, what.from, what.to);
  }
}

// A folded row stands under its first day and tells of all days up to its last.
async function between(db: OffprintDb, from: string, to: string): Promise<Sighting[]> {
  const rows = await db.sightings.where('day').belowOrEqual(to).toArray();
  return rows.filter((row) => row.day >= from || (row.folded && localDay(row.lastAt) >= from));
}

async function withoutSightings(db: OffprintDb, ids: ReadonlySet<PaperId>): Promise<Set<PaperId>> {
  const keys = await db.sightings.toCollection().primaryKeys();
  const shown = new Set(keys.map(([paperId]) => paperId));
  return new Set([...ids].filter((id) => !shown.has(id)));
}

/** What `forget` would take: papers that would be gone, and sightings. */
export async function countForgettable(
  db: OffprintDb,
  what: Forgetting,
): Promise<{ papers: number; sightings: number }> {
  return db.transaction('r', db.sightings, db.library, db.pdfs, async () => {
    const saved = await keptIds(db);
    const shown = (await sightingsOf(db, what)).filter(({ paperId }) => !saved.has(paperId));
    const going = new Set(shown.map((row) => keyOf(row).join('\n')));
    const keys = await db.sightings.toCollection().primaryKeys();
    const staying = new Set(
      keys.filter((key) => !going.has(key.join('\n'))).map(([paperId]) => paperId),
    );
    const papers = new Set(shown.map(({ paperId }) => paperId));
    return { papers: [...papers].filter((id) => !staying.has(id)).length, sightings: shown.length };
  });
}
