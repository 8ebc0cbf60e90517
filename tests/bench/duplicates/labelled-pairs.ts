import { readFileSync } from 'node:fs';
import type { SeenPaper } from '../../../lib/paper';

/** Two records of bibliographies, and whether people found them to be one work. */
export interface LabelledPair {
  records: [SeenPaper, SeenPaper];
  isOne: boolean;
}

/**
 * Reads a file of lines `COL title VAL … COL authors VAL … COL venue VAL … COL year VAL …`, twice,
 * and 0 or 1, parted by tabs.
 */
export function readPairs(file: string): LabelledPair[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [left = '', right = '', label] = line.split('\t');
      return { records: [readRecord(left), readRecord(right)], isOne: label?.trim() === '1' };
    });
}

function readRecord(text: string): SeenPaper {
  const values = new Map(
    text.split('COL ').map((part) => {
      const [name = '', value = ''] = part.split(' VAL ');
      return [name.trim(), value.trim()];
    }),
  );
  // Some years are written as `1991.0`.
  const year = /^\d{4}/.exec(values.get('year') ?? '')?.[0];
  const venue = values.get('venue');
  return {
    title: values.get('title') ?? '',
    authors: (values.get('authors') ?? '').split(' , ').filter(Boolean),
    ids: [],
    links: [],
    ...(year && { publishedAt: `${year}-01-01` }),
    ...(venue && { venue }),
  };
}
