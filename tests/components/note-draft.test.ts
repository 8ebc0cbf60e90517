import { describe, expect, it } from 'vitest';
import { arrived, both, draftOf, isDirty, mine } from '../../components/note-draft';

const typed = (text: string, base: string) => ({ text, base });

describe('a note while it is written', () => {
  it('takes over what arrives while nothing is typed', () => {
    expect(arrived(draftOf('a'), 'b')).toEqual(draftOf('b'));
  });

  it('is not touched by what it came from', () => {
    const draft = typed('a and more', 'a');
    expect(arrived(draft, 'a')).toBe(draft);
  });

  it('keeps what was typed when something else arrives, and shows both', () => {
    const draft = arrived(typed('a and mine', 'a'), 'a and theirs');
    expect(draft).toMatchObject({ text: 'a and mine', theirs: 'a and theirs' });
    expect(isDirty(mine(draft))).toBe(true);
    expect(mine(draft)).toEqual({ text: 'a and mine', base: 'a and theirs' });
    expect(both(draft)).toEqual({ text: 'a and theirs\n\na and mine', base: 'a and theirs' });
  });

  it('is at peace when the other change is taken back, or says the same', () => {
    const draft = arrived(typed('mine', 'a'), 'theirs');
    expect(arrived(draft, 'a')).toEqual({ text: 'mine', base: 'a', theirs: undefined });
    expect(arrived(draft, 'mine')).toEqual(draftOf('mine'));
  });
});
