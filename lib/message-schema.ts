import * as z from 'zod/mini';
import type { MessageName, Payload } from './messages';
import { CAPS, seenPaperSchema } from './paper-schema';
import { STATUSES } from './paper';
import { settingsPatchSchema } from './settings';

const op = z.string().check(z.minLength(8), z.maxLength(64));
const paperId = z.string().check(z.minLength(1), z.maxLength(40));
const paperIds = z.array(paperId).check(z.maxLength(20_000));
const tagName = z.string().check(z.minLength(1), z.maxLength(200));
const tagNames = z.array(tagName).check(z.maxLength(50));
const count = z.number().check(z.int(), z.gte(0), z.lte(1e6));
const counts = z.strictObject({ rows: count, abstracts: count });
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
  setStatus: z.strictObject({ op, paperIds, status: z.enum(STATUSES) }),
  setNote: z.strictObject({ op, paperId, note: z.string().check(z.maxLength(CAPS.note)) }),
  renameTag: z.strictObject({ op, tagId: paperId, name: tagName }),
  recolorTag: z.strictObject({
    op,
    tagId: paperId,
    color: z.number().check(z.int(), z.gte(0), z.lte(7)),
  }),
  deleteTag: z.strictObject({ op, tagId: paperId }),
  undo: z.strictObject({ op, group: z.optional(op) }),
  saveSettings: settingsPatchSchema,
};
