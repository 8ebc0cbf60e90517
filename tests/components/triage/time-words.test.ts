import { expect, it } from 'vitest';
import { timeWords } from '../../../components/triage/time-words';

const MINUTE = 60_000;

it.each([
  [0, 'less than a minute left'],
  [59_999, 'less than a minute left'],
  [MINUTE, 'about 1 min left'],
  [8.6 * MINUTE, 'about 9 min left'],
  [89 * MINUTE, 'about 89 min left'],
  [90 * MINUTE, 'about 2 h left'],
  [1_000 * MINUTE, 'about 17 h left'],
])('%i ms are said as “%s”', (ms, words) => expect(timeWords(ms)).toBe(words));
