import type { ListingNews, ListingState, PaperState } from '../messages';
import type { SeenPaper } from '../paper';
import type { send } from '../send';
import type { Reading, Row, SiteAdapter } from '../sites/adapter';

/** Rows of one message; small enough that no task of ours holds up the page. */
const ROWS_PER_REPORT = 100;

/** One row on screen and what the worker said of its paper. */
export interface ShownRow {
  row: Row;
  state?: PaperState;
}

/** What a page is told to show. */
export interface View {
  /** Every row of the page as it stands; called again whenever something changed. */
  show(rows: readonly ShownRow[], listing: ListingSummary): void;
  remove(): void;
}

export type ListingSummary = Pick<
  ListingState,
  'active' | 'bar' | 'seenRows' | 'savedRows' | 'fill' | 'tags'
> & { site: string; promised: Reading['promised']; found: { rows: number; abstracts: number } };

/** The papers of one page: read once, reported once, shown as the worker says. */
export class Listing {
  private generation = 0;
  private reading: Reading = { rows: [], promised: { rows: 0, abstracts: 0 } };
  private readonly states = new Map<string, PaperState>();
  private told?: ListingState;

  constructor(
    private readonly adapter: SiteAdapter,
    private readonly page: ParentNode,
    private url: URL,
    private readonly view: View,
    private readonly tell: typeof send,
  ) {}

  /** The tab went on to another address without loading a page. */
  moveTo(url: URL): void {
    if (url.href === this.url.href) return;
    this.url = url;
    this.forgetStates();
  }

  /** What the worker said is out of date: the next reading reports every row again. */
  forgetStates(): void {
    this.generation++;
    this.states.clear();
  }

  /**
   * Reads the page, shows what is known, and reports rows the worker has not seen yet.
   * @throws `Refused` when the tab has left the address that was read
   */
  async read(): Promise<void> {
    const { generation } = this;
    this.reading = this.adapter.read(this.page, this.url);
    this.render();
    const found = this.found();
    const fresh = this.reading.rows.filter(({ paper }) => !this.states.has(keyOf(paper)));
    if (fresh.length === 0 && (this.told || this.reading.promised.rows === 0)) return;
    for (let i = 0; i === 0 || i < fresh.length; i += ROWS_PER_REPORT) {
      const part = fresh.slice(i, i + ROWS_PER_REPORT);
      const rows = part.map(({ paper }) => paper);
      const { promised } = this.reading;
      const told = await this.tell('reportListing', { url: this.url.href, rows, promised, found });
      if (generation !== this.generation) return;
      this.told = told;
      told.papers.forEach((state, n) => this.states.set(keyOf(rows[n]!), state));
      this.render();
    }
  }

  /** Takes news of papers that may be on this page. */
  hear({ papers, tags }: ListingNews): void {
    const changed = new Map(papers.map((paper) => [paper.id, paper]));
    for (const [key, state] of this.states) {
      const now = changed.get(state.id);
      if (now) this.states.set(key, { ...now, isNew: state.isNew && !now.saved });
    }
    if (this.told) this.told = { ...this.told, tags };
    this.render();
  }

  private found() {
    const { rows } = this.reading;
    return { rows: rows.length, abstracts: rows.filter(({ paper }) => paper.abstract).length };
  }

  private render(): void {
    if (!this.told) return;
    const rows = this.reading.rows.map((row): ShownRow => {
      const state = this.states.get(keyOf(row.paper));
      return state ? { row, state } : { row };
    });
    const { promised } = this.reading;
    this.view.show(rows, { ...this.told, site: this.adapter.id, promised, found: this.found() });
  }
}

/** What tells two rows of one page apart. */
function keyOf(paper: SeenPaper): string {
  return paper.ids[0] ?? `${paper.title}\n${paper.abstract ?? ''}`;
}
