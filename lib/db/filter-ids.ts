import { NEW_FOR_MS, type Instant, type PaperId, type Status } from '../paper';
import type { Clause, Feature, State, TimeUnit } from '../search/query';
import { tagNameKey } from '../tag-name';
import { papersWithPdf } from './pdfs';
import type { OffprintDb } from './schema';

export type FilterClause = Clause & { kind: 'tag' | 'site' | 'is' | 'has' | 'year' | 'seen' };

const HOUR = 60 * 60 * 1000;
const UNITS: Record<TimeUnit, number> = {
  h: HOUR,
  d: 24 * HOUR,
  w: 7 * 24 * HOUR,
  m: 30.44 * 24 * HOUR,
  y: 365.25 * 24 * HOUR,
};

/** The papers of which a filter holds, taken from indexes wherever there is one. */
export async function filterIds(
  db: OffprintDb,
  clause: FilterClause,
  now: Instant,
): Promise<ReadonlySet<PaperId>> {
  switch (clause.kind) {
    case 'tag':
      return new Set(await tagged(db, clause.value));
    case 'site':
      return new Set(await shownOn(db, clause.value));
    case 'is':
      return new Set(await inState(db, clause.value, now));
    case 'has':
      return new Set(await having(db, clause.value));
    case 'year': {
      const { from = 0, to = 9999 } = clause;
      const days = [from, to].map((year) => String(year).padStart(4, '0'));
      return new Set(
        await db.papers.where('publishedAt').between(days[0], `${days[1]}-~`).primaryKeys(),
      );
    }
    case 'seen': {
      const since = now - clause.count * UNITS[clause.unit];
      return new Set(await db.papers.where('lastSeenAt').aboveOrEqual(since).primaryKeys());
    }
  }
}

/** Papers with a tag of this name, or one whose name begins so where none has it. */
async function tagged(db: OffprintDb, name: string): Promise<PaperId[]> {
  const key = tagNameKey(name);
  const exact = await db.tags.where('nameKey').equals(key).primaryKeys();
  const ids =
    exact.length > 0 ? exact : await db.tags.where('nameKey').startsWith(key).primaryKeys();
  return db.library.where('tagIds').anyOf(ids).primaryKeys();
}

/** Papers that were shown on a site; `arxiv`, `hugging face` and `hf` name it as well as its id. */
async function shownOn(db: OffprintDb, name: string): Promise<PaperId[]> {
  const site = name.toLowerCase().replaceAll(/[\s.]+/g, '-');
  const id = SHORT.get(site) ?? site;
  const keys = await db.sightings
    .where('[site+day]')
    .between([id, ''], [`${id}\uffff`, ''])
    .primaryKeys();
  return keys.map(([paperId]) => paperId);
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ['hf', 'hugging-face'],
  ['huggingface', 'hugging-face'],
  ['arxiv-org', 'arxiv'],
]);

async function inState(db: OffprintDb, state: State, now: Instant): Promise<PaperId[]> {
  if (state === 'saved') return db.library.toCollection().primaryKeys();
  if (state !== 'new')
    return db.library
      .where('status')
      .equals(state satisfies Status)
      .primaryKeys();
  const fresh = await db.papers
    .where('lastSeenAt')
    .above(now - NEW_FOR_MS)
    .filter(({ firstSeenAt = 0 }) => firstSeenAt > now - NEW_FOR_MS)
    .primaryKeys();
  const saved = await db.library.bulkGet(fresh);
  return fresh.filter((_, i) => !saved[i]);
}

async function having(db: OffprintDb, feature: Feature): Promise<PaperId[]> {
  switch (feature) {
    case 'note':
      return db.library.filter(({ note }) => note !== '').primaryKeys();
    case 'abstract':
      return db.papers.filter(({ abstract }) => Boolean(abstract)).primaryKeys();
    case 'pdf':
      return [...(await papersWithPdf(db))];
    case 'code':
      return db.papers.filter(({ links }) => links.some(({ rel }) => rel === 'code')).primaryKeys();
  }
}
