/** The shape that all polled sources share: what they are asked, and what they are taken to say. */
import type { Day, Instant, SeenPaper } from '../paper';

/** What one request to a source said of one paper, already checked. */
export interface SourcePaper {
  paper: SeenPaper;
  /** When its counters began, where the source says: submission to the list. Never after `now`. */
  startedAt?: Instant;
}

/**
 * Why an answer gave nothing: a page instead of data, an error told with status 200, an answer
 * that ends too early, or a shape nobody knows.
 */
export type SourceFault = 'html' | 'error-body' | 'cut' | 'not-understood';

export type SourceAnswer =
  | {
      ok: true;
      /** Each paper once. */
      papers: SourcePaper[];
      /** Items that could not be read. */
      dropped: number;
      /** Set when the list is of another day than asked: some servers clamp a future date. */
      otherDay?: Day;
    }
  | { ok: false; why: SourceFault };

/** What the user chose to follow. */
export interface SourceChoices {
  /** arXiv categories, such as `cs.LG`. */
  categories: readonly string[];
}

export interface SourceRequest {
  url: string;
  accept: string;
}

export interface Source {
  id: 'hugging-face' | 'arxiv-rss';
  host: string;
  /** Addresses to ask in one poll at `now`, most wanted first; none when nothing is chosen. */
  requests(choices: SourceChoices, now: Instant): SourceRequest[];
  /** What the answer of `url` says. Never throws, whatever `body` is. */
  read(body: string, url: string, now: Instant): SourceAnswer;
}
