import { describe, expect, it } from 'vitest';
import { formatPlace, parsePlace, type Place } from '../../../components/library/place';

const whole: [string, Place][] = [
  ['#/list', { view: { kind: 'list' }, sort: 'saved', typed: '', paper: undefined }],
  [
    '#/unread?paper=01J',
    { view: { kind: 'status', status: 'unread' }, sort: 'saved', typed: '', paper: '01J' },
  ],
  [
    '#/seen?sort=title&q=tag%3Aa+b%26c',
    { view: { kind: 'seen' }, sort: 'title', typed: 'tag:a b&c', paper: undefined },
  ],
  [
    '#/tag/01T',
    { view: { kind: 'tag', tagId: '01T' }, sort: 'saved', typed: '', paper: undefined },
  ],
  [
    '#/site/a%2Fb%20c',
    { view: { kind: 'site', site: 'a/b c' }, sort: 'seen', typed: '', paper: undefined },
  ],
  ['#/duplicates', { view: { kind: 'list' }, sort: 'saved', typed: '', instead: 'duplicates' }],
  ['#/statistics', { view: { kind: 'list' }, sort: 'saved', typed: '', instead: 'statistics' }],
  ['#/tags', { view: { kind: 'list' }, sort: 'saved', typed: '', instead: 'tags' }],
];

describe('the address of a place', () => {
  it.each(whole)('%s', (fragment, place) => {
    expect(parsePlace(fragment)).toEqual(place);
    expect(formatPlace(place)).toBe(fragment);
  });

  it.each(['', '#', '#/', '#/nowhere', '#/tag/', '#/tag', '#/%E0%A4%A'])(
    'leads to the list from %j',
    (fragment) => {
      expect(parsePlace(fragment).view).toEqual({ kind: 'list' });
    },
  );

  it('takes no order that the view does not have', () => {
    expect(parsePlace('#/list?sort=seen').sort).toBe('saved');
    expect(parsePlace('#/seen?sort=saved').sort).toBe('seen');
  });
});
