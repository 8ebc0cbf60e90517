import * as z from 'zod/mini';
import type { ZoteroItem } from './citations/write-zotero';
import { CAPS } from './paper-schema';

const text = (max: number) => z.string().check(z.maxLength(max));
const line = text(2_000);
const creatorType = z.literal('author');

/** One item on its way to Zotero, as `lib/citations/write-zotero` makes it. */
export const zoteroItemSchema: z.ZodMiniType<ZoteroItem> = z.strictObject({
  id: text(200),
  itemType: z.enum(['preprint', 'journalArticle', 'conferencePaper']),
  title: text(CAPS.title),
  creators: z
    .array(
      z.union([
        z.strictObject({ creatorType, firstName: line, lastName: line }),
        z.strictObject({ creatorType, lastName: line, fieldMode: z.literal(1) }),
      ]),
    )
    .check(z.maxLength(CAPS.authors)),
  date: z.optional(line),
  abstractNote: z.optional(text(CAPS.abstract)),
  DOI: z.optional(line),
  url: z.optional(text(CAPS.url)),
  publicationTitle: z.optional(line),
  proceedingsTitle: z.optional(line),
  repository: z.optional(line),
  archiveID: z.optional(line),
  extra: line,
  tags: z.array(z.strictObject({ tag: line })).check(z.maxLength(500)),
  // Escaped, each letter may take five.
  notes: z.array(z.strictObject({ note: text(6 * CAPS.note) })).check(z.maxLength(1)),
  attachments: z.array(z.never()).check(z.maxLength(0)),
});
