import { normalise } from '../identity';
import type { PaperId } from '../paper';
import { gramsOf, likeness } from './grams';
import { idsForbid, isPreprintAndPublication } from './preprint';
import type { Print } from './print';

/** What speaks for two records being one work. */
export interface Evidence {
  /** Share of title trigrams that both have, 0 to 1. */
  title: number;
  /** Family names that both have, and how many each has. */
  sharedAuthors: number;
  authors: readonly [number, number];
  years: readonly [number | undefined, number | undefined];
  /** Exactly one is a preprint, and the other was published. */
  preprint: boolean;
  /** Share of abstract trigrams that both have; absent without two abstracts. */
  abstract?: number;
}

/** Two records that may be one work; `a` is the smaller id. */
export interface Suggestion {
  a: PaperId;
  b: PaperId;
  evidence: Evidence;
  /** 0 to 1, for the order; not a probability. */
  confidence: number;
}

/** Titles less alike are not looked at further (measured: algorithms, section 4). */
export const LEAST_TITLE = 0.7;
/** Titles of which nothing but the title can be compared. */
const LEAST_TITLE_ALONE = 0.9;
const LEAST_WORDS_ALONE = 4;
const ABSTRACT_LETTERS = 2_000;
/** Any two English abstracts share some .3 of their trigrams, rarely .43 (measured, 2026-11). */
const LEAST_ABSTRACT = 0.45;

/** The suggestion that two records are one work, or undefined where too little speaks for it. */
export function compare(x: Print, y: Print): Suggestion | undefined {
  const [a, b] = x.record.id < y.record.id ? [x, y] : [y, x];
  if (a.record.id === b.record.id || a.numbers !== b.numbers) return undefined;
  const title = likeness(a.grams, b.grams, LEAST_TITLE);
  if (title < LEAST_TITLE || !nearInTime(a, b)) return undefined;
  const sharedAuthors = [...a.families].filter((name) => b.families.has(name)).length;
  if (sharedAuthors === 0 && !mayLackAuthors(a, b, title)) return undefined;
  if (idsForbid(a.record.ids, b.record.ids)) return undefined;
  const abstract = abstractLikeness(a, b);
  // One title may stand over a rewritten abstract; two titles over two abstracts are two papers.
  if (abstract !== undefined && abstract < LEAST_ABSTRACT && a.title !== b.title) return undefined;
  const evidence: Evidence = {
    title,
    sharedAuthors,
    authors: [a.families.size, b.families.size],
    years: [a.year, b.year],
    preprint: isPreprintAndPublication(a.record.ids, b.record.ids),
    ...(abstract !== undefined && { abstract }),
  };
  return { a: a.record.id, b: b.record.id, evidence, confidence: confidenceOf(evidence) };
}

function nearInTime(a: Print, b: Print): boolean {
  return a.year === undefined || b.year === undefined || Math.abs(a.year - b.year) <= 1;
}

// A record without authors, as from a bare list, is compared by what it has.
function mayLackAuthors(a: Print, b: Print, title: number): boolean {
  const isUnknown = a.families.size === 0 || b.families.size === 0;
  const words = Math.min(a.words.length, b.words.length);
  return isUnknown && title >= LEAST_TITLE_ALONE && words >= LEAST_WORDS_ALONE;
}

function abstractLikeness(a: Print, b: Print): number | undefined {
  if (!a.record.abstract || !b.record.abstract) return undefined;
  const [x, y] = [a, b].map(({ record }) =>
    gramsOf(normalise(record.abstract!.slice(0, ABSTRACT_LETTERS))),
  );
  return likeness(x!, y!);
}

/** Two parts title, one part authors, one part the rest; what is unknown counts half. */
function confidenceOf({ title, sharedAuthors, authors, years, abstract }: Evidence): number {
  const [one, other] = authors;
  const shared = one && other ? (2 * sharedAuthors) / (one + other) : 0.5;
  const [x, y] = years;
  const year = x === undefined || y === undefined ? 0.5 : x === y ? 1 : 0.7;
  const rest = abstract === undefined ? year : (year + 3 * abstract) / 4;
  return (2 * title + shared + rest) / 4;
}
