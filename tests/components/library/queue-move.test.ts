import { describe, expect, it } from 'vitest';
import { moveTo, moveTowards, type Direction } from '../../../components/library/queue-move';

const cases: [moved: string, direction: Direction, then: string | undefined, after?: string][] = [
  ['c', 'up', 'acbde', 'a'],
  ['b', 'up', 'bacde'],
  ['a', 'up', undefined],
  ['c', 'down', 'abdce', 'd'],
  ['d', 'down', 'abced', 'e'],
  ['e', 'down', undefined],
  ['c', 'first', 'cabde'],
  ['a', 'first', undefined],
  ['c', 'last', 'abdec', 'e'],
  ['bc', 'up', 'bcade'],
  ['bc', 'down', 'adbce', 'd'],
  ['bd', 'up', 'bdace'],
  ['bd', 'down', 'acebd', 'e'],
  ['ab', 'up', undefined],
  ['', 'up', undefined],
];

describe('a move in the queue', () => {
  it.each(cases)('%s %s', (moved, direction, then, after) => {
    const move = moveTowards([...'abcde'], new Set(moved), direction);
    expect(move?.ids.join('')).toBe(then);
    expect(move?.after).toBe(after);
    if (move) expect(move.ids[move.place - 1]).toBe(moved[0]);
  });

  it('to a place counts those that stay', () => {
    expect(moveTo([...'abcde'], new Set('a'), 2)).toEqual({
      paperIds: ['a'],
      after: 'c',
      ids: [...'bcade'],
      place: 3,
    });
  });
});
