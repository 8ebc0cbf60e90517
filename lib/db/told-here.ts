import type { Digest } from '../digest/digest';
import { idsConflict, sameWork } from '../identity';
import type { Paper, PaperId } from '../paper';
import { followMerges } from './current-ids';
import type { FeedbackRow, NotifiedRow } from './rows';
import type { OffprintDb } from './schema';
import { toldStub } from './told-stub';

/**
 * What was told here, and what the reader said of it, on the way through an import that replaces:
 * the ledger, the digests and the feedback are never shortened by one. Each told paper is found
 * among those that come, and what belongs to it follows; one that is not among them stays: whole
 * where a digest shows it, else as a stub that is known by its identifiers.
 */
export class ToldHere {
  /** Under which papers each is known now. */
  private readonly heirs = new Map<PaperId, PaperId[]>();

  private constructor(
    private readonly notified: readonly NotifiedRow[],
    private readonly digests: readonly Digest[],
    private readonly feedback: readonly FeedbackRow[],
    private readonly papers: readonly Paper[],
    private readonly keys: ReadonlyMap<PaperId, readonly string[]>,
  ) {}

  static async read(db: OffprintDb): Promise<ToldHere> {
    const [notified, feedback, digests] = await Promise.all([
      db.notified.toArray(),
      db.feedback.toArray(),
      currentDigests(db),
    ]);
    const rows = [...notified, ...feedback, ...digests.flatMap(({ items }) => items)];
    const ids = [...new Set(rows.map(({ paperId }) => paperId))];
    const papers = (await db.papers.bulkGet(ids)).filter((paper) => paper !== undefined);
    const keys = new Map<PaperId, string[]>(papers.map(({ id }) => [id, []]));
    for (const { key, paperId } of await db.aliases.where('paperId').anyOf(ids).toArray())
      keys.get(paperId)?.push(key);
    return new ToldHere(notified, digests, feedback, papers, keys);
  }

  /**
   * Finds each told paper among those that come, and adds what is missing to both.
   * @param next the papers that come
   * @param owner whose each identifier will be
   */
  join(next: Map<PaperId, Paper>, owner: Map<string, PaperId>): void {
    const titled = byTitle(next.values());
    const shown = new Set(this.digests.flatMap(({ items }) => items.map(({ paperId }) => paperId)));
    for (const paper of this.papers) {
      const keys = this.keys.get(paper.id)!;
      const heirs = new Set(keys.flatMap((key) => owner.get(key) ?? []));
      if (next.has(paper.id)) heirs.add(paper.id);
      const twin = titled.get(paper.titleKey)?.find((other) => sameWork(other, paper));
      if (heirs.size === 0 && twin) heirs.add(twin.id);
      const left = new Set(keys.filter((key) => !owner.has(key)));
      const heir = [...heirs]
        .flatMap((id) => next.get(id) ?? [])
        .find(({ ids }) => !idsConflict(ids, paper.ids));
      const stays = heirs.size === 0 && shown.has(paper.id) ? unseen(paper) : toldStub(paper, left);
      const home = heir?.id ?? (next.has(paper.id) ? undefined : paper.id);
      if (home !== undefined) {
        next.set(home, heir ? withIds(heir, stays.ids) : stays);
        for (const key of left) owner.set(key, home);
        heirs.add(home);
      }
      this.heirs.set(paper.id, [...heirs]);
    }
  }

  ledger(): NotifiedRow[] {
    return this.notified.flatMap((row) => this.handedOn(row));
  }

  /** @param said papers of which the file says something itself */
  feedbackBut(said: ReadonlySet<PaperId>): FeedbackRow[] {
    const rows = this.feedback.flatMap((row) => this.handedOn(row));
    return rows.filter(({ paperId }) => !said.has(paperId));
  }

  history(): Digest[] {
    return this.digests.map((digest) => ({
      ...digest,
      items: digest.items.map((item) => ({ ...item, paperId: this.heirsOf(item.paperId)[0]! })),
    }));
  }

  private handedOn<T extends { paperId: PaperId }>(row: T): T[] {
    return this.heirsOf(row.paperId).map((paperId) => ({ ...row, paperId }));
  }

  private heirsOf(id: PaperId): PaperId[] {
    return this.heirs.get(id) ?? [id];
  }
}

/** The digests under the papers they tell of now: merges are replaced too. */
async function currentDigests(db: OffprintDb): Promise<Digest[]> {
  const digests = await db.digests.toArray();
  const ids = [...new Set(digests.flatMap(({ items }) => items.map(({ paperId }) => paperId)))];
  const here = new Set(await db.papers.where('id').anyOf(ids).primaryKeys());
  const moved = new Map<PaperId, PaperId>();
  for (const id of ids) if (!here.has(id)) moved.set(id, await followMerges(db, id));
  if (moved.size === 0) return digests;
  return digests.map((digest) => ({
    ...digest,
    items: digest.items.map((item) => ({
      ...item,
      paperId: moved.get(item.paperId) ?? item.paperId,
    })),
  }));
}

function byTitle(papers: Iterable<Paper>): ReadonlyMap<string, readonly Paper[]> {
  const titled = new Map<string, Paper[]>();
  for (const paper of papers) {
    const same = titled.get(paper.titleKey);
    if (same) same.push(paper);
    else titled.set(paper.titleKey, [paper]);
  }
  return titled;
}

function withIds(paper: Paper, more: readonly string[]): Paper {
  return more.length === 0 ? paper : { ...paper, ids: [...paper.ids, ...more] };
}

// When a page showed it is replaced with the sightings.
function unseen({ firstSeenAt: _, lastSeenAt, heardAt = lastSeenAt, ...paper }: Paper): Paper {
  return heardAt === undefined ? paper : { ...paper, heardAt };
}
