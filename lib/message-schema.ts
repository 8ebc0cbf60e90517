import * as z from 'zod/mini';
import { daySchema as day } from './day-schema';
import { MAX_CHUNK, MAX_LINE } from './backup/format';
import { TAKEN_FIELDS, type MessageName, type Payload } from './messages';
import { CAPS, seenPaperSchema } from './paper-schema';
import { MAX_PDFS_AT_ONCE } from './pdf-address';
import { FEEDBACK_KINDS, STATUSES } from './paper';
import { settingsPatchSchema } from './settings';
import { zoteroItemSchema } from './zotero-schema';

const op = z.string().check(z.minLength(8), z.maxLength(64));
const paperId = z.string().check(z.minLength(1), z.maxLength(40));
const paperIds = z.array(paperId).check(z.maxLength(20_000));
const tagId = paperId;
const tagIds = z.array(tagId).check(z.maxLength(10_000));
const tagName = z.string().check(z.minLength(1), z.maxLength(200));
const tagNames = z.array(tagName).check(z.maxLength(50));
const count = z.number().check(z.int(), z.gte(0), z.lte(1e6));
const tabId = z.number().check(z.int(), z.gte(0));
const counts = z.strictObject({ rows: count, abstracts: count });
const taken = z.strictObject({
  paperId,
  fields: z.array(z.enum(TAKEN_FIELDS)).check(z.maxLength(TAKEN_FIELDS.length)),
});
const rows = z.array(seenPaperSchema).check(z.maxLength(CAPS.rows));

/** What the worker accepts, by message; everything else is refused before a handler sees it. */
export const messageSchemas: { [N in MessageName]: z.ZodMiniType<Payload<N>> } = {
  reportListing: z.strictObject({
    url: z.string().check(z.maxLength(CAPS.url)),
    rows,
    promised: counts,
    found: counts,
  }),
  savePapers: z.strictObject({ op, paperIds }),
  unsavePapers: z.strictObject({ op, paperIds }),
  tagPapers: z.strictObject({ op, paperIds, add: tagNames, remove: tagNames }),
  resavePapers: z.strictObject({ op, unsaved: op }),
  answerFill: z.strictObject({ answer: z.enum(['once', 'always', 'never']), paperIds }),
  setStatus: z.strictObject({ op, paperIds, status: z.enum(STATUSES) }),
  orderPapers: z.strictObject({ op, paperIds, after: z.optional(paperId) }),
  setNote: z.strictObject({ op, paperId, note: z.string().check(z.maxLength(CAPS.note)) }),
  renameTag: z.strictObject({ op, tagId, name: tagName }),
  recolorTag: z.strictObject({
    op,
    tagId,
    color: z.number().check(z.int(), z.gte(0), z.lte(7)),
  }),
  mergeTags: z.strictObject({ op, tagIds, into: tagId }),
  deleteTags: z.strictObject({ op, tagIds }),
  mergePapers: z.strictObject({ op, from: paperId, to: paperId }),
  keepBoth: z.strictObject({ op, paperIds: z.tuple([paperId, paperId]) }),
  undoMerge: z.strictObject({ op, mergeId: paperId }),
  undo: z.strictObject({ op, group: z.optional(op) }),
  saveSettings: settingsPatchSchema,
  stageImport: z.strictObject({
    importId: op,
    n: z.number().check(z.int(), z.gte(1), z.lte(1e8)),
    lines: z.array(z.string().check(z.maxLength(MAX_LINE))).check(z.maxLength(MAX_CHUNK)),
  }),
  commitImport: z.strictObject({
    importId: op,
    mode: z.enum(['add', 'replace']),
    settings: z.optional(z.unknown()),
    taken: z.optional(z.array(taken).check(z.maxLength(50_000))),
  }),
  revertImport: z.strictObject({ importId: op }),
  keepImport: z.strictObject({ importId: op }),
  cancelImport: z.strictObject({ importId: op }),
  forget: z.union([
    z.strictObject({ what: z.literal('day'), day }),
    z.strictObject({ what: z.literal('site'), site: z.string().check(z.maxLength(60)) }),
    z.strictObject({ what: z.literal('between'), from: day, to: day }),
  ]),
  undoForget: z.strictObject({ op }),
  deleteEverything: z.strictObject({}),
  keepPdfs: z.strictObject({ paperIds: z.array(paperId).check(z.maxLength(MAX_PDFS_AT_ONCE)) }),
  cancelPdfs: z.strictObject({ paperIds }),
  removePdfs: z.strictObject({ paperIds }),
  putBackPdfs: z.strictObject({ paperIds }),
  dropRemovedPdfs: z.strictObject({}),
  giveFeedback: z.strictObject({
    paperId,
    kind: z.enum(FEEDBACK_KINDS),
    isOn: z.boolean(),
  }),
  readDigest: z.strictObject({}),
  saveSnapshot: z.strictObject({}),
  noteSnapshot: z.strictObject({
    name: z.string().check(z.minLength(1), z.maxLength(100)),
    bytes: z.number().check(z.int(), z.gte(0), z.lte(1e12)),
    papers: z.number().check(z.int(), z.gte(0), z.lte(1e12)),
  }),
  hideRestored: z.strictObject({}),
  scanTab: z.strictObject({ tabId }),
  readTab: z.strictObject({ tabId }),
  askZotero: z.strictObject({}),
  sendToZotero: z.strictObject({
    session: op,
    items: z.array(zoteroItemSchema).check(z.maxLength(100)),
  }),
  addPapers: z.strictObject({
    op,
    rows,
    from: z.string().check(z.minLength(1), z.maxLength(300)),
    save: z.boolean(),
  }),
};
