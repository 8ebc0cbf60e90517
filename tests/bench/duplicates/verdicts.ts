import { sameWork, titleKey } from '../../../lib/identity';
import { findDuplicates } from '../../../lib/duplicates/find-duplicates';
import type { SeenPaper } from '../../../lib/paper';
import type { LabelledPair } from './labelled-pairs';

/** How many of the pairs that are one were found, and how many others with them. */
export interface Verdict {
  file: string;
  rule: 'merged by itself' | 'suggested' | 'either';
  right: number;
  wrong: number;
  /** Pairs that are one. */
  of: number;
}

/** Judges every labelled pair by the rule of design.md section 3 and by the suggestions. */
export function judge(file: string, pairs: readonly LabelledPair[]): Verdict[] {
  const suggested = suggestedAmong(pairs);
  const merged = pairs.map(mergesByItself);
  const of = pairs.filter(({ isOne }) => isOne).length;
  const count = (rule: Verdict['rule'], isFound: (i: number) => boolean): Verdict => {
    const found = pairs.filter((_, i) => isFound(i));
    const right = found.filter(({ isOne }) => isOne).length;
    return { file, rule, right, wrong: found.length - right, of };
  };
  return [
    count('merged by itself', (i) => merged[i]!),
    // What merges by itself is never asked about.
    count('suggested', (i) => suggested[i]! && !merged[i]!),
    count('either', (i) => suggested[i]! || merged[i]!),
  ];
}

/** Whether two rows of two pages become one paper, as `lib/db` asks it. */
export function mergesByItself({ records: [a, b] }: LabelledPair): boolean {
  return sameWork(evidence(a), evidence(b));
}

function evidence(row: SeenPaper) {
  return { ...row, titleKey: titleKey(row.title) };
}

/** Which pairs are found among all records of the file at once, as in a library that has them all. */
function suggestedAmong(pairs: readonly LabelledPair[]): boolean[] {
  const ids = new Map<string, string>();
  const records: (SeenPaper & { id: string })[] = [];
  const idOf = (row: SeenPaper) => {
    const text = JSON.stringify(row);
    const known = ids.get(text);
    if (known) return known;
    const id = String(ids.size).padStart(6, '0');
    ids.set(text, id);
    records.push({ ...row, id });
    return id;
  };
  const keys = pairs.map(({ records: [a, b] }) => [idOf(a), idOf(b)].sort().join());
  const work = findDuplicates(records);
  for (;;) {
    const step = work.next();
    if (!step.done) continue;
    const found = new Set(step.value.map(({ a, b }) => `${a},${b}`));
    return keys.map((key) => found.has(key));
  }
}
