import { keyKind } from '../identity';
import type { PaperLink, Status } from '../paper';
import { joinName, type CslName } from './names';

export type CslType = 'article' | 'article-journal' | 'paper-conference';

export interface CslDate {
  'date-parts': number[][];
}

/** One item of CSL-JSON; only what Offprint writes. */
export interface CslItem {
  /** The citation key. */
  id: string;
  /** `article` is a preprint, or a work of which nobody said where it appeared. */
  type: CslType;
  title: string;
  author?: CslName[];
  issued?: CslDate;
  'container-title'?: string;
  publisher?: string;
  /** `arXiv:2401.01234`. */
  number?: string;
  genre?: 'preprint';
  DOI?: string;
  URL?: string;
  abstract?: string;
  /** Tags, separated by ", ". */
  keyword?: string;
  note?: string;
  /** What CSL has no variable for. */
  custom?: CslCustom;
}

export interface CslCustom {
  /** Identifiers other than DOI and arXiv number. */
  ids?: string[];
  categories?: string[];
  links?: PaperLink[];
  status?: Status;
  /** Where a tag holds a comma or semicolon, and `keyword` cannot be taken apart again. */
  tags?: string[];
}

/** The DOI of an item, or the arXiv number, without its kind. */
export function idOf(ids: readonly string[], kind: string): string | undefined {
  return ids.find((id) => keyKind(id) === kind)?.slice(kind.length + 1);
}

/** The arXiv number of an item. */
export function arxivOf({ number }: CslItem): string | undefined {
  return /^arXiv:(.+)$/.exec(number ?? '')?.[1];
}

/** Tags of an item. */
export function tagsOf({ keyword = '', custom }: CslItem): string[] {
  return custom?.tags ?? (keyword ? keyword.split(', ') : []);
}

/** `2024-05-23`, `2024-05` or `2024`, as far as an item is dated; undefined when it is not. */
export function issuedOf({ issued }: CslItem): string | undefined {
  const parts = issued?.['date-parts'][0];
  return parts?.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}

/** "Ada Example" of each author, without what stands for a cut list. */
export function authorsOf({ author = [] }: CslItem): { authors: string[]; cut: boolean } {
  const authors = author.map(joinName).filter(Boolean);
  const cut = /^(?:(?:and )?others|et al\.?)$/i.test(authors.at(-1) ?? '');
  return { authors: cut ? authors.slice(0, -1) : authors, cut };
}

/** A note as it is kept and compared: lines end in `\n`, nothing blank around it. */
export function tidyNote(note: string): string {
  return note
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '    ')
    .normalize('NFC')
    .replace(/^\s+|\s+$/g, '');
}

/** Whether an address may be followed from our pages. */
export function isWeb(href: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(href) && URL.canParse(href);
}
