import * as z from 'zod/mini';
import { CAPS, plainText, seenPaperSchema } from '../paper-schema';
import { STATUSES, collapse, type SeenPaper, type Status } from '../paper';
import { cleanTagName, tagNameKey } from '../tag-name';
import type { SaidPaper } from './csl';
import { tidyNote } from './csl-item';

/** Caps on a file of citations, far above any real one. */
export const FILE_CAPS = {
  /** Bytes of a file that is read at all. */
  bytes: 20 * 1024 * 1024,
  records: 50_000,
  problems: 10_000,
  /** Letters of one field; what is longer is cut. */
  field: 200_000,
  tags: 200,
  depth: 64,
  /** Letters that `@string` macros may add to one file. */
  macros: 8_000_000,
  macro: 64_000,
} as const;

/** One paper as a file tells of it, checked. */
export interface CitationRecord {
  paper: SeenPaper;
  tags: string[];
  note: string;
  status?: Status;
  /** The key the file gives it. */
  citationKey?: string;
  /** Line of the file on which it begins, from 1. */
  line: number;
}

/** Why an item or a part of it was not taken; pages have a sentence for each. */
export type ProblemReason =
  | 'tooBig' // the file; nothing was read
  | 'notThisFormat' // the file; nothing was read
  | 'encoding' // not UTF-8: read as windows-1252
  | 'tooMany' // records after this one were not read
  | 'syntax' // the item
  | 'unclosed' // a brace, a quote or a record without its end: the item
  | 'tooDeep' // braces or brackets: the item
  | 'fieldCut' // the item was taken, without the end of a field
  | 'macro' // a @string that is not defined or too long: read as nothing
  | 'noTitle' // the item
  | 'noIdentifier' // a line that names no paper
  | 'badField'; // the item, for one that fits no paper

export interface CitationProblem {
  /** From 1. */
  line: number;
  /** The key, title or text it is about, at most 80 letters. */
  item?: string;
  reason: ProblemReason;
}

/** What could be read of a file. Nothing is written anywhere by reading. */
export interface CitationReading {
  records: CitationRecord[];
  problems: CitationProblem[];
}

/** What a reader found out of one item, not yet checked. */
export interface SaidRecord {
  paper: SaidPaper & { provisional?: boolean; version?: number };
  tags?: readonly string[];
  note?: string;
  status?: string;
  citationKey?: string;
  line: number;
}

const statusSchema = z.enum(STATUSES);

/** Gathers what a reader finds, each record checked and all of it capped. */
export class ReadingBuilder {
  readonly records: CitationRecord[] = [];
  readonly problems: CitationProblem[] = [];
  private isFull = false;

  /** False once no more is taken. */
  get hasRoom(): boolean {
    return !this.isFull;
  }

  get reading(): CitationReading {
    const problems = [...this.problems].sort((a, b) => a.line - b.line);
    return { records: this.records, problems };
  }

  problem(line: number, reason: ProblemReason, item?: string): void {
    if (this.problems.length >= FILE_CAPS.problems) return;
    const name = item && collapse(plainText(item.slice(0, 400))).slice(0, 80);
    this.problems.push({ line, reason, ...(name ? { item: name } : {}) });
  }

  /** Takes a record, or says what is wrong with it. */
  take(said: SaidRecord): void {
    if (this.records.length >= FILE_CAPS.records) {
      if (!this.isFull) this.problem(said.line, 'tooMany');
      this.isFull = true;
      return;
    }
    const paper = seenPaperSchema.safeParse(tidied(said.paper));
    if (!paper.success) {
      const isTitle = paper.error.issues[0]?.path?.[0] === 'title';
      const item = said.citationKey ?? said.paper.title;
      this.problem(said.line, isTitle ? 'noTitle' : 'badField', item);
      return;
    }
    const { line, citationKey } = said;
    const status = statusSchema.safeParse(said.status?.toLowerCase());
    this.records.push({
      paper: paper.data,
      tags: tidyTags(said.tags ?? []),
      note: plainText(tidyNote((said.note ?? '').slice(0, 2 * CAPS.note))).slice(0, CAPS.note),
      ...(status.success ? { status: status.data } : {}),
      ...(citationKey ? { citationKey: citationKey.slice(0, 200) } : {}),
      line,
    });
  }
}

// What a listing cuts by itself the schema cuts; lists, keys and addresses that no paper has go.
function tidied(said: SaidRecord['paper']): SaidRecord['paper'] {
  const paper = {
    ...said,
    title: tidyText(said.title, CAPS.title),
    authors: said.authors.slice(0, CAPS.authors).map((name) => tidyText(name, CAPS.author)),
    ids: said.ids.filter((id) => id.length <= CAPS.key).slice(0, CAPS.ids),
    links: said.links.filter(({ href }) => href.length <= CAPS.url).slice(0, CAPS.links),
  };
  if (said.abstract) paper.abstract = tidyText(said.abstract, CAPS.abstract);
  if (said.venue) paper.venue = tidyText(said.venue, 300);
  return paper;
}

function tidyText(text: string, max: number): string {
  return collapse(plainText(text.slice(0, 2 * max))).slice(0, max);
}

function tidyTags(tags: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const tag of tags.slice(0, FILE_CAPS.tags)) {
    const name = cleanTagName(plainText(tag.slice(0, 400)));
    const key = tagNameKey(name);
    if (key && !byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}
