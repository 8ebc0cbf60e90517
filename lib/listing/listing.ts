import type { ListingNews, ListingState, PaperState, ShownTag } from '../messages';
import type { PaperId, SeenPaper } from '../paper';
import type { send } from '../send';
import type { PageAdapter, Promised, Row } from '../sites/adapter';
import { inSlices } from './in-slices';

/** Rows of the first message, so that what is on screen is answered first; and of the others. */
const FIRST_ROWS = 30;
const ROWS_PER_REPORT = 250;

/** How long rows that were there before a navigation are taken for the old page's. */
const STALE_FOR_MS = 2_000;

/** What was made of one page. */
interface Reading {
  rows: Row[];
  promised: Promised;
}

const NOTHING: Reading = { rows: [], promised: { rows: 0, abstracts: 0 } };

/** One row on screen and what the worker said of its paper. */
export interface ShownRow {
  row: Row;
  /** What tells its paper from the others of the page. */
  key: string;
  state?: PaperState | undefined;
}

export type ListingSummary = ListingState & { promised: Promised; found: Promised };

export type Change = (state: PaperState) => PaperState;

/** Puts every row of the page on screen as it stands; called whenever something changed. */
export type Show = (rows: readonly ShownRow[], summary: ListingSummary) => void;

/** The papers of one page: read once, reported once, shown as the worker says. */
export interface Listing {
  /**
   * Reads the page at `url`, shows what is known, and reports rows the worker has not seen yet.
   * Resolves to the milliseconds after which to read again where the address changed and the rows
   * of the page before still stand; rejects with `Refused` when the tab has left the address.
   */
  read(url: URL): Promise<number | undefined>;
  /** Takes news of papers that may be on this page. */
  hear(news: ListingNews): void;
  /** What the worker said is out of date: the next reading reports every row again. */
  forget(): void;
  /** Shows what act `op` will change until the worker tells of it; returns the way back. */
  expect(op: string, paperIds: readonly PaperId[], change: Change): () => void;
  /** Tags to suggest. */
  tags(): readonly ShownTag[];
}

export function makeListing(
  adapter: PageAdapter,
  page: ParentNode,
  show: Show,
  tell: typeof send,
): Listing {
  let url: URL | undefined;
  let generation = 0;
  let reading = NOTHING;
  let told: ListingState | undefined;
  let stale: { rows: string; until: number } | undefined;
  let reportedHealth = '';
  /** The worker's word. */
  const states = new Map<string, PaperState>();
  /** By their acts, oldest first: news of before an act must not take back what it shows. */
  const expected = new Map<string, Change>();
  // A client-side navigation stays on its host, so the paths tell.
  const paths = adapter.matches.map((pattern) => pattern.replace(/^\S+?:\/\/[^/]+|\*$/g, ''));
  const isListing = ({ pathname }: URL) => paths.some((path) => pathname.startsWith(path));
  /** What was reported, and whether with an abstract: one that came later is reported again. */
  const reported = new Map<string, boolean>();

  return {
    async read(at) {
      if (at.href !== url?.href) moveTo(at);
      const latest = await readPage(at);
      if (!latest) return undefined;
      if (stale) {
        const wait = stale.until - performance.now();
        if (wait > 0 && latest.rows.length > 0 && rowsOf(latest) === stale.rows) return wait;
        stale = undefined;
      }
      reading = latest;
      render();
      await report(at);
      return undefined;
    },
    hear({ papers, tags, ops }) {
      for (const op of ops) expected.delete(op);
      const changed = new Map(papers.map((paper) => [paper.id, paper]));
      for (const [key, { id, isNew }] of states) {
        const now = changed.get(id);
        if (now) states.set(key, { ...now, isNew: isNew && !now.saved });
      }
      if (told) told = { ...told, tags };
      render();
    },
    forget,
    expect(op, paperIds, change) {
      const ids = new Set(paperIds);
      expected.set(op, (state) => (ids.has(state.id) ? change(state) : state));
      render();
      return () => {
        expected.delete(op);
        render();
      };
    },
    tags: () => told?.tags ?? [],
  };

  function forget(): void {
    generation++;
    states.clear();
    reported.clear();
    reportedHealth = '';
  }

  function moveTo(to: URL): void {
    const isSame = url && adapter.listing(url) === adapter.listing(to);
    if (url && !isSame) {
      stale = { rows: rowsOf(reading), until: performance.now() + STALE_FOR_MS };
      reading = NOTHING;
      forget();
      render();
    }
    url = to;
  }

  /** Undefined where the page moved on meanwhile. */
  async function readPage(at: URL): Promise<Reading | undefined> {
    if (!isListing(at)) return NOTHING;
    const own = generation;
    const rows: Row[] = [];
    const end = await inSlices(
      adapter.read(page, at),
      (row) => rows.push(row),
      () => own !== generation,
      'offprint:read',
    );
    return end && { rows, promised: end.value };
  }

  async function report(at: URL): Promise<void> {
    const own = generation;
    const { promised } = reading;
    const found = foundIn(reading);
    const fresh = reading.rows.map(({ paper }) => paper).filter(isUnreported);
    const isShort = found.rows < promised.rows || found.abstracts < promised.abstracts;
    const health = JSON.stringify([promised, found]);
    if (fresh.length === 0 && (!isShort || health === reportedHealth)) return;
    reportedHealth = health;
    for (const paper of fresh) reported.set(keyOf(paper), Boolean(paper.abstract));
    for (let i = 0, next = 0; i === 0 || i < fresh.length; i = next) {
      next = i + (i === 0 ? FIRST_ROWS : ROWS_PER_REPORT);
      const rows = fresh.slice(i, next);
      try {
        const answer = await tell('reportListing', { url: at.href, rows, promised, found });
        if (own !== generation) return;
        told = answer;
        answer.papers.forEach((state, n) => states.set(keyOf(rows[n]!), state));
      } catch (error) {
        if (own !== generation) return;
        for (const paper of fresh.slice(i)) reported.delete(keyOf(paper));
        reportedHealth = '';
        throw error;
      }
      render();
    }
  }

  function isUnreported(paper: SeenPaper): boolean {
    const withAbstract = reported.get(keyOf(paper));
    return withAbstract === undefined || (!withAbstract && Boolean(paper.abstract));
  }

  function render(): void {
    if (!told) return;
    const rows = reading.rows.map((row): ShownRow => {
      const key = keyOf(row.paper);
      let state = states.get(key);
      for (const change of expected.values()) state &&= change(state);
      return { row, key, state };
    });
    show(rows, { ...told, promised: reading.promised, found: foundIn(reading) });
  }
}

/** What tells two rows of one page apart. */
function keyOf({ ids, title, abstract }: SeenPaper): string {
  return ids[0] ?? `${title}\n${abstract ?? ''}`;
}

// By what they say: on the page of one paper the identifier is that of the address.
function rowsOf({ rows }: Reading): string {
  return rows.map(({ paper }) => paper.title).join('\n');
}

function foundIn({ rows }: Reading): Promised {
  return { rows: rows.length, abstracts: rows.filter(({ paper }) => paper.abstract).length };
}
