import { aliasKey, keyKind } from '../identity';
import type { Paper } from '../paper';
import { emptyRecord } from './refresh';

/** Whether a paper can be known by this key without a word of its text. */
export function isWordless(key: string): boolean {
  return keyKind(key) !== 'text';
}

/**
 * What is left of a paper that goes but must not be told again: the identifiers among `keys`, no
 * word of it, no site and no time.
 */
export function toldStub({ id, ids }: Paper, keys: ReadonlySet<string>): Paper {
  const left = ids.filter((each) => keys.has(aliasKey(each)));
  return { ...emptyRecord(id, ''), ids: left, stub: true };
}
