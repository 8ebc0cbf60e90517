import * as z from 'zod/mini';
import { daySchema as day } from './day-schema';
import { isOrderKey } from './order-key';
import {
  MAX_NOTE,
  STATUSES,
  type LibraryEntry,
  type Paper,
  type SeenPaper,
  type Sighting,
  type Tag,
} from './paper';

/** Caps on everything that crosses a boundary; longer texts are cut, longer lists refused. */
export const CAPS = {
  title: 1_000,
  abstract: 20_000,
  author: 200,
  authors: 5_000,
  url: 2_000,
  key: 300,
  ids: 20,
  links: 20,
  categories: 50,
  note: MAX_NOTE,
  rows: 250,
} as const;

const cut = (max: number) =>
  z.pipe(
    z.string(),
    z.transform((text: string) => plainText(text).slice(0, max)),
  );

/** Drops what no title, name or abstract holds: NUL and other control characters, bidi overrides. */
export function plainText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .toWellFormed();
}

const title = z.pipe(cut(CAPS.title), z.string().check(z.minLength(1)));
const key = z.string().check(z.maxLength(CAPS.key), z.regex(/^[a-z]+:\S+$/));
const count = z.number().check(z.int(), z.gte(0), z.lte(1e9));
const instant = z.number().check(z.gte(0), z.lte(8.64e15));
const ulid = z.string().check(z.minLength(1), z.maxLength(40));
const href = z.string().check(z.maxLength(CAPS.url), z.regex(/^https?:\/\/[^\s]+$/i));
const link = z.object({
  rel: z.enum(['page', 'pdf', 'html', 'code', 'project', 'discussion']),
  href,
});
const authors = z.array(cut(CAPS.author)).check(z.maxLength(CAPS.authors));
const categories = z.array(cut(40)).check(z.maxLength(CAPS.categories));
const announcement = z.enum(['new', 'cross', 'replacement']);
const version = z.number().check(z.int(), z.gte(1), z.lte(999));

/** A row as a listing page, a file or an API gives it. */
export const seenPaperSchema = z.strictObject({
  title,
  authors,
  authorsCut: z.optional(z.boolean()),
  abstract: z.optional(cut(CAPS.abstract)),
  ids: z.array(key).check(z.maxLength(CAPS.ids)),
  provisional: z.optional(z.boolean()),
  publishedAt: z.optional(day),
  venue: z.optional(cut(300)),
  categories: z.optional(categories),
  links: z.array(link).check(z.maxLength(CAPS.links)),
  version: z.optional(version),
  announcement: z.optional(announcement),
  rank: z.optional(count),
  votes: z.optional(count),
  comments: z.optional(count),
  stars: z.optional(count),
}) satisfies z.ZodMiniType<SeenPaper>;

/** Rows of the tables, as a backup holds them. */
export const paperSchema = z
  .object({
    id: ulid,
    // A stub has none.
    title: cut(CAPS.title),
    titleKey: z.string().check(z.maxLength(600)),
    provisional: z.optional(z.boolean()),
    authors,
    authorsCut: z.optional(z.boolean()),
    abstract: z.optional(cut(CAPS.abstract)),
    abstractFrom: z.optional(cut(60)),
    publishedAt: z.optional(day),
    venue: z.optional(cut(300)),
    categories: z.optional(categories),
    ids: z.array(key).check(z.maxLength(50)),
    links: z.array(link).check(z.maxLength(50)),
    versions: z
      .array(z.object({ version, seenAt: instant, abstract: z.optional(cut(CAPS.abstract)) }))
      .check(z.maxLength(100)),
    firstSite: cut(60),
    firstSeenAt: z.optional(instant),
    lastSeenAt: z.optional(instant),
    heardAt: z.optional(instant),
    stub: z.optional(z.boolean()),
  })
  .check(
    z.refine((paper) => paper.stub === true || paper.title !== '', { path: ['title'] }),
  ) satisfies z.ZodMiniType<Paper>;

export const sightingSchema = z.object({
  paperId: ulid,
  site: cut(60),
  listing: cut(CAPS.url),
  day,
  firstAt: instant,
  lastAt: instant,
  rank: z.optional(count),
  votes: z.optional(count),
  comments: z.optional(count),
  stars: z.optional(count),
  announcement: z.optional(announcement),
  folded: z.optional(count),
}) satisfies z.ZodMiniType<Sighting>;

export const libraryEntrySchema = z.object({
  paperId: ulid,
  savedAt: instant,
  status: z.enum(STATUSES),
  tagIds: z.array(ulid).check(z.maxLength(500)),
  note: cut(CAPS.note),
  order: z.optional(z.string().check(z.refine(isOrderKey))),
  clocks: z.object({
    saved: z.optional(cut(80)),
    status: z.optional(cut(80)),
    tagIds: z.optional(cut(80)),
    note: z.optional(cut(80)),
    order: z.optional(cut(80)),
  }),
}) satisfies z.ZodMiniType<LibraryEntry>;

export const tagSchema = z.object({
  id: ulid,
  name: z.pipe(cut(120), z.string().check(z.minLength(1))),
  nameKey: z.string().check(z.minLength(1), z.maxLength(240)),
  color: z.number().check(z.int(), z.gte(0), z.lte(7)),
  createdAt: instant,
}) satisfies z.ZodMiniType<Tag>;
