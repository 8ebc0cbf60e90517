import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../../shared-folder-path';
import { readPairs } from './labelled-pairs';
import { judge, type Verdict } from './verdicts';

/** The labelled pairs, where the shared folder with them is here. */
export const PAIRS = join(sharedFolder, 'data/dblp-acm');
export const FILES = ['ditto-valid.txt', 'ditto-dblp-scholar-valid.txt'] as const;

/** Judges every pair of every file; undefined where the shared folder is not here. */
export function runDuplicates(): Verdict[] | undefined {
  if (!existsSync(PAIRS)) return undefined;
  return FILES.flatMap((file) => judge(file, readPairs(join(PAIRS, file))));
}

/** Precision and recall by file and rule, for people. */
export function duplicatesTable(verdicts: readonly Verdict[]): string {
  const row = (cells: readonly (string | number)[]) =>
    cells
      .map((cell, i) => (i < 2 ? String(cell).padEnd(29 - 11 * i) : String(cell).padStart(9)))
      .join(' ');
  return [
    row(['labelled pairs', 'rule', 'right', 'wrong', 'of', 'precision', 'recall']),
    ...verdicts.map(({ file, rule, right, wrong, of }) =>
      row([
        file,
        rule,
        right,
        wrong,
        of,
        (right / Math.max(1, right + wrong)).toFixed(3),
        (right / Math.max(1, of)).toFixed(3),
      ]),
    ),
  ].join('\n');
}
