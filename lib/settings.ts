import * as z from 'zod/mini';
import { ARXIV_CATEGORY } from './arxiv-category';
import { CITE_FORMATS, MAX_KEY_PATTERN, type CiteFormat } from './cite-format';
import { calendarDaySchema } from './day-schema';
import { DEFAULT_DIGEST, DIGEST_LIMITS, type DigestSettings } from './digest/digest-settings';
import { PERIODS, type Period } from './snapshots/due';

/** Whether abstracts that a page does not show are fetched. */
export type FillPolicy = 'ask' | 'always' | 'never';

/** What becomes of rows that were seen, or saved. */
export type RowMode = 'show' | 'dim' | 'hide';

/** A search that is kept: where in the library it leads, such as `#/seen?q=tag%3Aagents`. */
export interface SavedSearch {
  name: string;
  place: string;
}

export const MAX_SEARCHES = 100;
export const MAX_SEARCH_NAME = 100;

/** What the user set. Kept in `storage.local`, part of the backup; secrets never stand here. */
export interface Settings {
  paused: boolean;
  /** Ids of sites where Offprint keeps quiet. */
  pausedSites: string[];
  bar: 'open' | 'collapsed' | 'hidden';
  seenRows: RowMode;
  savedRows: RowMode;
  /** Whether abstracts a page does not show are fetched from arXiv. */
  fill: FillPolicy;
  /** Days an unsaved paper keeps its text after it was last shown; 0: for ever. */
  keepDays: number;
  /** What a click on a title opens. */
  titleOpens: 'page' | 'pdf';
  /** Searches of the library that the user keeps, in their order. */
  searches: SavedSearch[];
  /** What a citation is copied as: the format that was chosen last. */
  citeAs: CiteFormat;
  /** Pattern of citation keys, see `lib/citations/keys`; empty: the usual one. */
  keyPattern: string;
  /** Trending papers once a day, and how. */
  digest: DigestSettings;
  /** How often a backup is saved by itself. */
  backupEvery: 'off' | Period;
  /** How many of those are kept. */
  backupKeep: number;
  /** Where they are saved: below the browser's downloads, or in a folder that was picked. */
  backupTo: 'downloads' | 'folder';
}

/** The fewest and the most backups that are kept. */
export const BACKUP_KEEP = { least: 3, most: 50 };

export const DEFAULT_SETTINGS: Settings = {
  paused: false,
  pausedSites: [],
  bar: 'open',
  seenRows: 'show',
  savedRows: 'show',
  fill: 'ask',
  keepDays: 180,
  titleOpens: 'page',
  searches: [],
  citeAs: 'bibtex',
  keyPattern: '',
  digest: DEFAULT_DIGEST,
  backupEvery: 'off',
  backupKeep: 10,
  backupTo: 'downloads',
};

const rowMode = z.enum(['show', 'dim', 'hide']);

const { size } = DIGEST_LIMITS;
const minute = z.number().check(z.int(), z.gte(0), z.lte(1439));
const text = z.string().check(z.minLength(1), z.maxLength(DIGEST_LIMITS.text));
const texts = z.array(text).check(z.maxLength(DIGEST_LIMITS.muted));
const category = z.string().check(z.regex(ARXIV_CATEGORY));
const categories = z.array(category).check(z.maxLength(DIGEST_LIMITS.categories));

const mutedFields = { words: texts, authors: texts, categories };

const digestFields = {
  on: z.boolean(),
  since: z.optional(calendarDaySchema),
  time: minute,
  days: z.array(z.number().check(z.int(), z.gte(0), z.lte(6))).check(z.maxLength(7)),
  quiet: z.optional(z.strictObject({ from: minute, to: minute })),
  size: z.number().check(z.int(), z.gte(size.least), z.lte(size.most)),
  sources: z.array(text).check(z.maxLength(20)),
  categories,
  muted: z.strictObject(mutedFields),
  watches: z
    .array(z.strictObject({ id: text, kind: z.enum(['search', 'author', 'tag']), text }))
    .check(z.maxLength(DIGEST_LIMITS.watches)),
};

const search = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(MAX_SEARCH_NAME)),
  place: z.string().check(z.maxLength(4_000)),
});

const fields = {
  paused: z.boolean(),
  pausedSites: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(200)),
  bar: z.enum(['open', 'collapsed', 'hidden']),
  seenRows: rowMode,
  savedRows: rowMode,
  fill: z.enum(['ask', 'always', 'never']),
  keepDays: z.number().check(z.int(), z.gte(0), z.lte(3650)),
  titleOpens: z.enum(['page', 'pdf']),
  searches: z.array(search).check(z.maxLength(MAX_SEARCHES)),
  citeAs: z.enum(CITE_FORMATS),
  keyPattern: z.string().check(z.maxLength(MAX_KEY_PATTERN)),
  digest: z.strictObject(digestFields),
  backupEvery: z.enum(['off', ...PERIODS]),
  backupKeep: z.number().check(z.int(), z.gte(BACKUP_KEEP.least), z.lte(BACKUP_KEEP.most)),
  backupTo: z.enum(['downloads', 'folder']),
};

/** A change of some settings; unknown names are refused. */
export const settingsPatchSchema = z.partial(z.strictObject(fields));

export { SETTINGS_KEY } from './settings-key';

/**
 * Settings from whatever was stored: a field that is missing or wrong gets its default, and takes
 * no other along, neither of the digest's nor of what is muted.
 */
export function parseSettings(stored: unknown): Settings {
  const settings = eachField(fields, stored, DEFAULT_SETTINGS);
  const digest = eachField(digestFields, partOf(stored, 'digest'), DEFAULT_DIGEST);
  const muted = partOf(partOf(stored, 'digest'), 'muted');
  digest.muted = eachField(mutedFields, muted, DEFAULT_DIGEST.muted);
  return { ...settings, digest };
}

function eachField<T extends object>(
  schemas: Record<string, z.ZodMiniType>,
  stored: unknown,
  defaults: T,
): T {
  const parsed = { ...defaults };
  for (const [name, schema] of Object.entries(schemas)) {
    const result = z.safeParse(schema, partOf(stored, name));
    if (result.success && result.data !== undefined) Object.assign(parsed, { [name]: result.data });
  }
  return parsed;
}

function partOf(stored: unknown, name: string): unknown {
  return typeof stored === 'object' && stored !== null ? Reflect.get(stored, name) : undefined;
}
