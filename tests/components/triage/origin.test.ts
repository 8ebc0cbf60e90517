import { describe, expect, it } from 'vitest';
import { isTriage, listHref, parseTriage, triageHref } from '../../../components/triage/origin';

describe('the address of triage', () => {
  it.each([
    [{ kind: 'tab', tabId: 7 }, '/library.html#/triage?of=tab/7'],
    [{ kind: 'digest', date: '2026-08-22' }, '/library.html#/triage?of=digest/2026-08-22'],
    [
      {
        kind: 'view',
        place: { view: { kind: 'status', status: 'unread' }, sort: 'saved', typed: '' },
      },
      '/library.html#/triage?of=unread',
    ],
    [
      {
        kind: 'view',
        place: { view: { kind: 'tag', tagId: '01 & more' }, sort: 'title', typed: 'is:read #a?b' },
      },
      '/library.html#/triage?of=tag/01%20%26%20more&sort=title&q=is%3Aread+%23a%3Fb',
    ],
    [
      { kind: 'view', place: { view: { kind: 'site', site: 'arxiv' }, sort: 'seen', typed: '' } },
      '/library.html#/triage?of=site/arxiv',
    ],
  ] as const)('of %j is read as it was written', (origin, address) => {
    expect(triageHref(origin)).toBe(address);
    expect(parseTriage(new URL(address, 'https://x.example').hash)).toEqual(origin);
  });

  it('is told from the library’s own', () => {
    expect(['#/triage', '#/triage?of=seen'].every(isTriage)).toBe(true);
    expect(['', '#/list', '#/triages', '#/seen?q=#/triage'].some(isTriage)).toBe(false);
  });

  it('is the reading list where it says nothing that is understood', () => {
    for (const fragment of ['#/triage', '#/triage?of=tab/x', '#/triage?of=digest/today'])
      expect(parseTriage(fragment)).toMatchObject({
        kind: 'view',
        place: { view: { kind: 'list' } },
      });
  });

  it('knows the way back to the list', () => {
    const place = { view: { kind: 'seen' }, sort: 'seen', typed: 'bees' } as const;
    expect(listHref({ kind: 'view', place })).toBe('#/seen?q=bees');
    expect(listHref({ kind: 'digest', date: '2026-08-22' })).toBe('/digest.html#2026-08-22');
  });
});
