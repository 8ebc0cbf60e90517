/**
 * The domain of Offprint: what a paper is, what a page says about one, and what a user decided.
 * Types and small pure functions; this file imports nothing.
 */

/** A ULID. One per work, whatever number of sites and versions it was met on. */
export type PaperId = string;

/** A UTC instant in milliseconds since 1970. */
export type Instant = number;

/** A calendar date `YYYY-MM-DD`; for sightings, the user's local date. */
export type Day = string;

/** How many letters a note may have. */
export const MAX_NOTE = 100_000;

export type LinkRel = 'page' | 'pdf' | 'html' | 'code' | 'project' | 'discussion';

export interface PaperLink {
  rel: LinkRel;
  /** Absolute https address. */
  href: string;
}

/** How a listing announced the row; only arXiv says. */
export type Announcement = 'new' | 'cross' | 'replacement';

/** What one row of one page says about a paper. Everything but the title may be missing. */
export interface SeenPaper {
  title: string;
  /** In the order of the page, "Given Family". */
  authors: string[];
  /** True when the page cut the list ("et al."). */
  authorsCut?: boolean;
  /** The whole abstract. Absent when the page shows none; a snippet or summary is never put here. */
  abstract?: string;
  /** Canonical strong identifiers made by `lib/identity`, such as `arxiv:2401.01234`. */
  ids: string[];
  /** True when the title only repeats the identifier, as for a bare PDF. */
  provisional?: boolean;
  publishedAt?: Day;
  venue?: string;
  /** Subject classes such as `cs.LG`, the primary one first. */
  categories?: string[];
  links: PaperLink[];
  /** The version the page named: arXiv's `v3` is 3. */
  version?: number;
  announcement?: Announcement;
  /** 1-based position on the page. */
  rank?: number;
  votes?: number;
  comments?: number;
  stars?: number;
}

export interface PaperVersion {
  version: number;
  seenAt: Instant;
  /** Kept only where it differs from the version before it. */
  abstract?: string;
}

/** One row per work, refreshed from what pages say. What the user decided is in `LibraryEntry`. */
export interface Paper {
  id: PaperId;
  title: string;
  /** Normalised title, '' where it is too weak to compare (see `lib/identity`). */
  titleKey: string;
  provisional?: boolean;
  authors: string[];
  authorsCut?: boolean;
  abstract?: string;
  /** Site id that the abstract came from, or `arxiv-api`, `import`. */
  abstractFrom?: string;
  publishedAt?: Day;
  venue?: string;
  /** Subject classes such as `cs.LG`, the primary one first. */
  categories?: string[];
  /** Every strong identifier, also in `aliases`; here for display and export. */
  ids: string[];
  links: PaperLink[];
  versions: PaperVersion[];
  /** Site that showed it first, or the source that told of it. */
  firstSite: string;
  /** Instants of the first and last sighting; absent while no page has shown it. */
  firstSeenAt?: Instant;
  lastSeenAt?: Instant;
  /** When a source that is polled last told of it. */
  heardAt?: Instant;
  /** True once its text was dropped after 180 unseen, unsaved days. */
  stub?: boolean;
}

/** Where and when a paper was shown: one row per paper, list and local day. */
export interface Sighting {
  paperId: PaperId;
  site: string;
  /** Canonical address of the list. */
  listing: string;
  day: Day;
  firstAt: Instant;
  lastAt: Instant;
  /** Best (lowest) position that day. */
  rank?: number;
  /** Last counts of that day. */
  votes?: number;
  comments?: number;
  stars?: number;
  announcement?: Announcement;
  /** Days folded into this row once they are older than 180 days. */
  folded?: number;
}

export const STATUSES = ['unread', 'reading', 'read', 'archived'] as const;
export type Status = (typeof STATUSES)[number];

/** What the user decided about a saved paper. Its presence means: saved. */
export interface LibraryEntry {
  paperId: PaperId;
  savedAt: Instant;
  status: Status;
  tagIds: string[];
  note: string;
  /** Its place in the queue, a fractional index; absent where it was never moved. */
  order?: string;
  /** Hybrid clock of the last change, by field. */
  clocks: Partial<Record<LibraryField, string>>;
}

export type LibraryField = 'saved' | 'status' | 'tagIds' | 'note' | 'order';

export interface Tag {
  /** A ULID. */
  id: string;
  name: string;
  /** Normalised name: two tags that differ only in case or width are one. */
  nameKey: string;
  /** Index into the palette of `theme.css`, 0 to 7. */
  color: number;
  createdAt: Instant;
}

/** What readers elsewhere make of a paper; each counts for itself, they are never added up. */
export const SIGNALS = ['votes', 'comments', 'stars'] as const;
export type Signal = (typeof SIGNALS)[number];

/** What the reader said of a paper that was told: never again, more like it, fewer like it. */
export const FEEDBACK_KINDS = ['not-interested', 'more', 'fewer'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** How long after its first sighting a paper still counts as new to the reader. */
export const NEW_FOR_MS = 60 * 60 * 1000;

/**
 * Whether a paper is "new to you" at `now`: never shown before, not saved, not a replacement.
 * @param seen when it was shown first, and how the list announced it
 */
export function isNewToYou(
  seen: { firstSeenAt: Instant; announcement?: Announcement | undefined; saved: boolean },
  now: Instant,
): boolean {
  // A clock that was set back for good must not make everything new until it has caught up.
  const isRecent = Math.abs(now - seen.firstSeenAt) < NEW_FOR_MS;
  return !seen.saved && seen.announcement !== 'replacement' && isRecent;
}

/** The user's local calendar date at `now`, in the time zone of the machine. */
export function localDay(now: Instant): Day {
  const date = new Date(now);
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Collapses every run of white space, hard line breaks and no-break spaces included. */
export function collapse(text: string): string {
  return text.replace(/\s\s+|[^\S ]/g, ' ').trim();
}

/** Byline for one line of a list: "A, B, … +4". */
export function shortByline(authors: readonly string[], shown = 2, cut = false): string {
  const rest = authors.length - shown;
  if (rest <= 0) return authors.join(', ') + (cut && authors.length > 0 ? ', …' : '');
  return `${authors.slice(0, shown).join(', ')}, … +${rest}`;
}
