import type { SeenPaper } from '../paper';

/** One row of a listing: what it says, and where its control belongs. */
export interface Row {
  paper: SeenPaper;
  /** The element whose inline end takes the control, normally the title. */
  anchor: Element;
}

/**
 * What the markup of a page promises, so that a changed layout is noticed: rows that look like
 * papers, and abstracts that should stand in them (0 on lists that show none).
 */
export interface Promised {
  rows: number;
  abstracts: number;
}

/** What a page needs to know of its own site. Plain, pure, without state. */
export interface PageAdapter {
  /** Match patterns of the pages that are read; manifest, permissions and the registry use them. */
  readonly matches: readonly string[];
  /** CSS for what may be a row; the page is read again when a new one appears. */
  readonly row: string;
  /** Canonical address of the list or page at `url`: what a sighting is filed under. */
  listing(url: URL): string;
  /**
   * Yields every paper of `page`, in page order, so that a long list can be read with pauses;
   * returns what the markup promised. Never throws, never changes the page.
   */
  read(page: ParentNode, url: URL): Generator<Row, Promised>;
}

/** Everything Offprint knows about one site. */
export interface SiteAdapter extends PageAdapter {
  /** Stored with every sighting; renaming it needs an upgrade. Equals the file name. */
  readonly id: string;
  /** Shown in settings and in the list: "Hugging Face". */
  readonly name: string;
  /** The origins to ask for where hosts are optional. */
  readonly origins: readonly string[];
  /** Real addresses, for tests and reviewers. */
  readonly samples: readonly [string, ...string[]];
}
