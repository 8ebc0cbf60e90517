import { describe, expect, test } from 'vitest';
import type { Stored } from '../e2e/browser/database';
import { brokenPromises } from './expected';
import type { Act } from './stream';

const ACTS: Act[] = [
  { op: 'one', kind: 'save', paperId: 'P', value: '' },
  { op: 'two', kind: 'tag', paperId: 'P', value: 'deep' },
  { op: 'three', kind: 'status', paperId: 'P', value: 'read' },
];

function stored(): Stored {
  const tag = { id: 'T', name: 'deep', nameKey: 'deep', color: 0, createdAt: 1 };
  const row = (n: number, groupId: string, field: string) => ({
    id: `J${n}`,
    groupId,
    at: 1,
    device: 'd',
    clock: 'c',
    entity: 'library' as const,
    entityId: 'P',
    field,
    before: null,
    after: null,
  });
  return {
    papers: [{ id: 'P' }],
    aliases: [{ key: 'arxiv:1', paperId: 'P' }],
    library: [{ paperId: 'P', savedAt: 1, status: 'read', tagIds: ['T'], note: '', clocks: {} }],
    tags: [tag],
    journal: [
      row(1, 'one', 'saved'),
      { ...row(2, 'two', 'tagIds'), created: [tag] },
      row(3, 'three', 'status'),
    ],
  } as unknown as Stored;
}

const all = new Set(['one', 'two', 'three']);

describe('the check after a kill', () => {
  test('finds nothing where every promise was kept', () => {
    expect(brokenPromises(stored(), ACTS, all)).toEqual([]);
  });

  const breaks: [string, (rows: Stored) => void, string][] = [
    [
      'an acknowledged act that is lost',
      (rows) => void rows.journal.pop(),
      'acknowledged and lost: status three',
    ],
    [
      'an act done twice',
      (rows) => void rows.journal.push({ ...rows.journal[0]!, id: 'J9' }),
      'done twice: one',
    ],
    ['a lost value', (rows) => void (rows.library[0]!.status = 'unread'), 'P: status is unread'],
    ['a lost tag', (rows) => void (rows.library[0]!.tagIds = []), 'P: tags are , not deep'],
    ['a lost entry', (rows) => void (rows.library = []), 'P: saved should be true'],
    ['an entry without its paper', (rows) => void (rows.papers = []), 'entry without paper: P'],
    ['a tag id nobody knows', (rows) => void (rows.tags = []), 'unknown tag: T'],
    [
      'a tag without history',
      (rows) => void delete rows.journal[1]!.created,
      'tag that nobody made: T',
    ],
  ];
  for (const [name, damage, sentence] of breaks)
    test(`finds ${name}`, () => {
      const rows = stored();
      damage(rows);
      expect(brokenPromises(rows, ACTS, all)).toContain(sentence);
    });

  test('lets an act go that was never acknowledged', () => {
    const rows = stored();
    rows.journal.pop();
    rows.library[0]!.status = 'unread';
    expect(brokenPromises(rows, ACTS, new Set(['one', 'two']))).toEqual([]);
  });
});
