/**
 * Every message, once: what each sender says and what it learns. Sending and handling are derived
 * from this one type; `lib/message-schema` says what the worker accepts.
 */
import type { ZoteroItem } from './citations/write-zotero';
import type { Ack } from './db/journal';
import type { Day, FeedbackKind, PaperId, SeenPaper, Status } from './paper';
import type { FillPolicy, RowMode, Settings } from './settings';

/** What a listing page reports, at most 250 rows at a time. */
export interface ListingReport {
  /** The address that was read; the worker compares it with the sender's tab. */
  url: string;
  rows: SeenPaper[];
  promised: { rows: number; abstracts: number };
  /** Rows found by this reading in all, when it is sent in parts. */
  found: { rows: number; abstracts: number };
}

export interface ShownTag {
  name: string;
  color: number;
}

/** What a page shows beside one paper. */
export interface PaperState {
  id: PaperId;
  saved: boolean;
  tags: ShownTag[];
  isNew: boolean;
  firstSeenAt: number;
  hasAbstract: boolean;
  /** Its abstract is not known, arXiv has it, and the user was not asked about it yet. */
  askFill: boolean;
}

export type FillAnswer = 'once' | 'always' | 'never';

/** What a listing page is told: its papers in the order of its rows, and how to show them. */
export interface ListingState {
  papers: PaperState[];
  /** False where the user paused Offprint: nothing was kept, nothing is to be shown. */
  active: boolean;
  bar: 'open' | 'collapsed' | 'hidden';
  seenRows: RowMode;
  savedRows: RowMode;
  fill: FillPolicy;
  /** Suggestions for the tag picker, most used first. */
  tags: ShownTag[];
}

/** A record of a backup that cannot be taken. */
export interface BadRecord {
  /** Its number in the file, from 1. */
  n: number;
  /** A sentence about the first thing that is wrong with it. */
  why: string;
}

/**
 * `add`: what is here stays and is completed; `replace`: what is here goes, but for what was told
 * (see `Incoming`).
 */
export type ImportMode = 'add' | 'replace';

/** Fields of a paper of which an import may take the file's where both say something. */
export const TAKEN_FIELDS = ['title', 'authors', 'year', 'venue', 'abstract'] as const;
export type TakenField = (typeof TAKEN_FIELDS)[number];

/** A paper that is here, and of which fields the file's stand after the import. */
export interface TakenPaper {
  paperId: PaperId;
  fields: TakenField[];
}

/**
 * What came of asking Zotero. `absent`: it does not run, or does not answer as Zotero does;
 * `refused`: it saved nothing, as when the library that is open there is read-only; `outdated`: it
 * wants a newer interface.
 */
export type ZoteroAnswer = 'done' | 'absent' | 'refused' | 'outdated' | 'failed';

/** What is to be forgotten of what was shown; days are the user's local dates, both included. */
export type Forgetting =
  | { what: 'day'; day: Day }
  | { what: 'site'; site: string }
  | { what: 'between'; from: Day; to: Day };

/** Where the fetching of abstracts stands. */
export interface FillQueue {
  /** Abstracts still to be fetched. */
  waiting: number;
  /** True when they wait for a connection. */
  offline: boolean;
}

/** Name → [what is sent, what comes back]. */
export interface Messages {
  /** From a listing page. */
  reportListing: [ListingReport, ListingState];

  /** From a listing page or one of our own. */
  savePapers: [{ op: string; paperIds: PaperId[] }, Ack];
  unsavePapers: [{ op: string; paperIds: PaperId[] }, Ack];
  tagPapers: [{ op: string; paperIds: PaperId[]; add: string[]; remove: string[] }, Ack];
  /** Puts back what an un-save of the same page took away. */
  resavePapers: [{ op: string; unsaved: string }, Ack];
  /** The user's answer to "Fetch the abstracts of these papers from arXiv?". */
  answerFill: [{ answer: FillAnswer; paperIds: PaperId[] }, FillQueue];

  /** From our own pages only. */
  setStatus: [{ op: string; paperIds: PaperId[]; status: Status }, Ack];
  /** Moves papers of the queue to right after one of it, or to the front. */
  orderPapers: [{ op: string; paperIds: PaperId[]; after?: PaperId }, Ack];
  setNote: [{ op: string; paperId: PaperId; note: string }, Ack];
  renameTag: [{ op: string; tagId: string; name: string }, Ack];
  recolorTag: [{ op: string; tagId: string; color: number }, Ack];
  /** Makes of several tags the one that is named `into`. */
  mergeTags: [{ op: string; tagIds: string[]; into: string }, Ack];
  deleteTags: [{ op: string; tagIds: string[] }, Ack];
  /** Makes two papers one: what belongs to `from` moves to `to`. */
  mergePapers: [{ op: string; from: PaperId; to: PaperId }, Ack];
  /** Remembers that two papers are two. */
  keepBoth: [{ op: string; paperIds: [PaperId, PaperId] }, Ack];
  undoMerge: [{ op: string; mergeId: string }, Ack];
  undo: [{ op: string; group?: string }, Ack & { undone?: string }];
  saveSettings: [Partial<Settings>, Settings];

  /** At most 2,500 records, the first of them record `n` of the file; sent again, it is one chunk. */
  stageImport: [{ importId: string; n: number; lines: string[] }, { bad: BadRecord[] }];
  /**
   * Takes every good record that was staged, or none; settings only where `mode` is `replace`. Of
   * the papers in `taken` the named fields of the records win over what is here.
   */
  commitImport: [
    { importId: string; mode: ImportMode; settings?: unknown; taken?: TakenPaper[] },
    { papers: number; saved: number },
  ];
  /** Puts everything back as it stood before the import. */
  revertImport: [{ importId: string }, null];
  /** The user confirms: the way back is given up. */
  keepImport: [{ importId: string }, null];
  /** Drops what was staged and not committed. */
  cancelImport: [{ importId: string }, null];

  /** `forgotten`: papers that went; `op` takes it back for a day, where anything went. */
  forget: [Forgetting, { forgotten: number; op?: string }];
  undoForget: [{ op: string }, null];
  deleteEverything: [Record<string, never>, null];
  /** Gets these papers' PDFs, at most 200; `without`: papers that have none, or whose host is shut. */
  keepPdfs: [{ paperIds: PaperId[] }, { queued: number; without: number }];
  /** Ends what is on its way; of one that can go on later, what has come stays. */
  cancelPdfs: [{ paperIds: PaperId[] }, null];
  /** Removes them; kept ones, which are answered, can be put back for ten minutes. */
  removePdfs: [{ paperIds: PaperId[] }, { removed: PaperId[] }];
  putBackPdfs: [{ paperIds: PaperId[] }, null];
  /** Gives up the way back of what was removed, for its space. */
  dropRemovedPdfs: [Record<string, never>, null];
  /** What the reader says of a paper that was told; `isOn` false takes it back. */
  giveFeedback: [{ paperId: PaperId; kind: FeedbackKind; isOn: boolean }, null];
  /** The reader has looked at the newest digest. */
  readDigest: [Record<string, never>, null];
  /** Saves a backup where the settings say, due or not. */
  saveSnapshot: [Record<string, never>, null];
  /** Notes a backup that a page handed to the user, so that none is asked for until the next. */
  noteSnapshot: [{ name: string; bytes: number; papers: number }, null];
  /** The user has read that the second copy was needed. */
  hideRestored: [Record<string, never>, null];
  /** Reads the page in a tab once: by its site's adapter, otherwise as a text listing. */
  scanTab: [{ tabId: number }, { found: number; reader: string }];
  /** Runs the site's own script in a tab, as a click on "Read this page" asks. */
  readTab: [{ tabId: number }, { found: number; reader: string }];
  /** Whether Zotero runs on this machine. */
  askZotero: [Record<string, never>, ZoteroAnswer];
  /** Hands items to Zotero, at most 100; under the same `session` they are saved once. */
  sendToZotero: [{ session: string; items: ZoteroItem[] }, ZoteroAnswer];
  /** Takes in papers from a file or from pasted text; `from` names it. At most 250 at a time. */
  addPapers: [
    { op: string; rows: SeenPaper[]; from: string; save: boolean },
    Ack & { paperIds: PaperId[] },
  ];
}

export type MessageName = keyof Messages;
export type Payload<N extends MessageName> = Messages[N][0];
export type Answer<N extends MessageName> = Messages[N][1];

/** What goes over the wire, and back. */
export interface Envelope<N extends MessageName = MessageName> {
  name: N;
  payload: Payload<N>;
}

export type Reply<N extends MessageName> =
  { ok: true; value: Answer<N> } | { ok: false; error: string };

/** Told to listing pages when something they show has changed. */
export interface ListingNews {
  name: 'papersChanged';
  papers: PaperState[];
  tags: ShownTag[];
  /** The acts that are part of it: nothing that a page expects of them is to come any more. */
  ops: string[];
}

/** Told to listing pages when settings changed or the page is to be read again. */
export interface ListingReread {
  name: 'readAgain';
}
