import type { PaperId } from '../paper';
import { searchText, type SearchDocument } from '../search/plain';
import { watchPapers, type ChangedPapers } from './changes';
import { paperRows } from './list';
import type { OffprintDb } from './schema';

const SLICE = 500;

/**
 * What is searched, held in memory: read once in slices, then kept up with every change, in this
 * page or elsewhere.
 */
export class Documents {
  private readonly documents = new Map<PaperId, SearchDocument | null>();
  private readonly listeners = new Set<() => void>();
  private loading = Promise.resolve();
  private revision = 0;

  constructor(
    private readonly db: OffprintDb,
    /** Waited for between slices, so that the page stays at ease. */
    private readonly pause: () => Promise<unknown>,
  ) {}

  /** Undefined until it was read, or when there is no such paper. */
  get(id: PaperId): SearchDocument | undefined {
    return this.documents.get(id) ?? undefined;
  }

  /** Whether every one of `ids` was read. */
  hold(ids: readonly PaperId[]): boolean {
    return ids.every((id) => this.documents.has(id));
  }

  /** Reads those of `ids` that were not read yet, in their order; stops when `signal` says so. */
  load(ids: readonly PaperId[], signal?: AbortSignal): Promise<void> {
    this.loading = this.loading.then(async () => {
      const missing = ids.filter((id) => !this.documents.has(id));
      for (let at = 0; at < missing.length && !signal?.aborted; at += SLICE) {
        await this.read(missing.slice(at, at + SLICE));
        await this.pause();
      }
    });
    return this.loading;
  }

  /** Follows every change until the returned function is called. */
  watch(): () => void {
    return watchPapers(this.db, (changed) => void this.reread(changed));
  }

  /** For `useSyncExternalStore`: called after each slice and each change. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Counts up whenever anything that is searched has changed. */
  readonly snapshot = (): number => this.revision;

  private async reread(changed: ChangedPapers): Promise<void> {
    const held = [...this.documents.keys()];
    if (changed !== 'all') return this.read(held.filter((id) => changed.has(id)));
    for (let at = 0; at < held.length; at += SLICE) {
      await this.read(held.slice(at, at + SLICE));
      await this.pause();
    }
  }

  private async read(ids: readonly PaperId[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await paperRows(this.db, ids);
    for (const id of ids) this.documents.set(id, null);
    for (const { paper, entry } of rows)
      this.documents.set(paper.id, {
        text: searchText(paper, entry?.note),
        status: entry?.status,
        tagIds: entry?.tagIds ?? [],
      });
    this.revision++;
    for (const listener of this.listeners) listener();
  }
}
