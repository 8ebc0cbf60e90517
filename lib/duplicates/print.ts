import { familyName, normalise } from '../identity';
import { gramsOf, type Grams } from './grams';
import type { DuplicateRecord } from './record';

/** A record in the form it is compared in. */
export interface Print {
  record: DuplicateRecord;
  /** Normalised title. */
  title: string;
  words: readonly string[];
  grams: Grams;
  /** Numbers of the title in their order: "part 2" is not "part 3", "II" not "III". */
  numbers: string;
  families: ReadonlySet<string>;
  year: number | undefined;
}

const MAX_TITLE = 500;
const MAX_AUTHORS = 200;

export function printOf(record: DuplicateRecord): Print {
  const title = normalise(record.title.slice(0, 2_000)).slice(0, MAX_TITLE);
  const words = title.split(' ').filter(Boolean);
  const families = record.authors.slice(0, MAX_AUTHORS).map(familyName).filter(Boolean);
  return {
    record,
    title,
    words,
    grams: gramsOf(title),
    numbers: numbersOf(words),
    families: new Set(families),
    year: Number(record.publishedAt?.slice(0, 4)) || undefined,
  };
}

const ROMAN = /^(?:i{1,3}|iv|vi{0,3}|ix|x)$/;
const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten first second third fourth fifth'.split(' '),
);

function numbersOf(words: readonly string[]): string {
  const numbers = words.flatMap((word) =>
    ROMAN.test(word) || NUMBER_WORDS.has(word) ? [word] : (word.match(/\p{N}+/gu) ?? []),
  );
  return numbers.join(' ');
}
