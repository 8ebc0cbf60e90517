import * as z from 'zod/mini';
import { calendarDaySchema, daySchema as day } from '../day-schema';
import { CAPS, libraryEntrySchema, paperSchema, sightingSchema, tagSchema } from '../paper-schema';
import { FEEDBACK_KINDS, SIGNALS } from '../paper';
import type { BackupTable } from './format';

const id = z.string().check(z.minLength(1), z.maxLength(64));
const instant = z.number().check(z.gte(0), z.lte(8.64e15));
const word = z.string().check(z.minLength(1), z.maxLength(120));
const ids = z.array(id).check(z.maxLength(1_000_000));
// Stamps of `lib/db/clock`; anything longer would push that clock out of its range for ever.
const clock = z.string().check(z.regex(/^[0-9a-z]{9}-[0-9a-z]{5}-[0-9a-z]{1,20}$/));

const alias = z.object({
  key: z.string().check(z.maxLength(3_000), z.regex(/^[a-z]+:\S/)),
  paperId: id,
});
const told = z.object({ paperId: id, kind: z.literal('digest'), at: instant });
const feedback = z.object({
  paperId: id,
  kind: z.enum(FEEDBACK_KINDS),
  at: instant,
});
const amount = z.number().check(z.gte(0), z.lte(1e12));
const points = z.array(z.tuple([instant, amount])).check(z.maxLength(50));
const signal = z.enum(SIGNALS);
const tally = { gained: amount, hours: amount, at: instant, value: amount };
const trend = z.object({
  paperId: id,
  source: word,
  signal,
  startedAt: instant,
  points,
  ...tally,
  before: z.optional(z.object(tally)),
});
const growth = { source: word, signal, gained: amount, hours: amount };
const digest = z.object({
  date: calendarDaySchema,
  madeAt: instant,
  settled: calendarDaySchema,
  missing: z.array(word).check(z.maxLength(50)),
  items: z
    .array(
      z.object({
        paperId: id,
        reason: z.union([
          z.object({ kind: z.literal('rising'), ...growth, top: amount }),
          z.object({ kind: z.literal('best'), ...growth }),
          z.object({ kind: z.literal('watch'), watch: z.string().check(z.maxLength(200)) }),
        ]),
        shown: z.optional(
          z.object({ site: word, listing: z.string().check(z.maxLength(CAPS.url)), day }),
        ),
        points,
      }),
    )
    .check(z.maxLength(50)),
});
const fill = z.object({
  key: z.string().check(z.maxLength(CAPS.key)),
  paperId: id,
  state: z.enum(['waiting', 'missing']),
  askedAt: instant,
  nextAt: instant,
  tries: z.number(),
});

const value = z.union([
  z.null(),
  z.string().check(z.maxLength(CAPS.note)),
  ids,
  libraryEntrySchema,
  tagSchema,
  z.object({ tag: tagSchema, paperIds: ids }),
  z.object({ from: id, to: id }),
  z.object({ a: id, b: id }),
]);
const journal = z.object({
  id,
  groupId: id,
  at: instant,
  device: z.string().check(z.maxLength(20)),
  clock,
  entity: z.enum(['library', 'tags', 'merges', 'distinct']),
  entityId: id,
  field: word,
  before: value,
  after: value,
  undoes: z.optional(id),
  created: z.optional(z.array(tagSchema)),
  dropped: z.optional(z.array(tagSchema)),
  compacted: z.optional(z.boolean()),
});

const key = z.union([z.string(), z.array(z.string()).check(z.maxLength(3))]);
const image = <T extends string>(table: T, row: z.ZodMiniType) =>
  z.object({ table: z.literal(table), key, row: z.nullable(row) });
const distinct = z
  .object({ a: id, b: id, at: instant })
  .check(z.refine(({ a, b }) => a < b, { path: ['b'] }));
const merge = z.object({
  id,
  from: id,
  to: id,
  at: instant,
  before: z.array(
    z.union([
      image('papers', paperSchema),
      image('aliases', alias),
      image('library', libraryEntrySchema),
      image('sightings', sightingSchema),
      image('fills', fill),
      image('trends', trend),
      image('feedback', feedback),
      image('notified', told),
      image('distinct', distinct),
    ]),
  ),
  made: z.optional(libraryEntrySchema),
  byHand: z.optional(z.boolean()),
});

/** What the rows of each table of a backup must be; unknown fields are left out. */
export const recordSchemas: Record<BackupTable, z.ZodMiniType> = {
  papers: paperSchema,
  aliases: alias,
  tags: tagSchema,
  library: libraryEntrySchema,
  sightings: sightingSchema,
  trends: trend,
  feedback,
  notified: told,
  digests: digest,
  merges: merge,
  distinct,
  journal,
};
