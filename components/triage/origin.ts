import type { Day } from '../../lib/paper';
import { formatPlace, parsePlace, type Place } from '../library/place';

/** What is triaged: a view of the library, the papers a tab showed, or those of one digest. */
export type Origin =
  { kind: 'view'; place: Place } | { kind: 'tab'; tabId: number } | { kind: 'digest'; date: Day };

/** Whether a fragment of the library's address is that of triage. */
export function isTriage(fragment: string): boolean {
  return /^#\/triage(?:\?|$)/.test(fragment);
}

/** The address of triage: `/library.html#/triage?of=unread&sort=title`, `…?of=tab/7`. */
export function triageHref(origin: Origin): string {
  return `/library.html#/triage?${origin.kind === 'view' ? ofView(origin.place) : ofList(origin)}`;
}

function ofList(origin: Exclude<Origin, { kind: 'view' }>): string {
  return `of=${origin.kind}/${origin.kind === 'tab' ? origin.tabId : origin.date}`;
}

function ofView(place: Place): string {
  const [path = '', query = ''] = formatPlace({ ...place, paper: undefined })
    .slice('#/'.length)
    .split('?', 2);
  return [`of=${path}`, query].filter(Boolean).join('&');
}

/** What the address asks for; whatever it does not understand is the reading list. */
export function parseTriage(fragment: string): Origin {
  const query = new URLSearchParams(fragment.split('?', 2)[1] ?? '');
  const of = query.get('of') ?? '';
  const tabId = /^tab\/(\d{1,15})$/.exec(of)?.[1];
  if (tabId) return { kind: 'tab', tabId: Number(tabId) };
  const date = /^digest\/(\d{4}-\d{2}-\d{2})$/.exec(of)?.[1];
  if (date) return { kind: 'digest', date };
  query.delete('of');
  const place = parsePlace(`#/${of}?${query}`);
  return { kind: 'view', place: { ...place, paper: undefined } };
}

/** The list itself, where triage was come from. */
export function listHref(origin: Origin): string {
  if (origin.kind === 'digest') return `/digest.html#${origin.date}`;
  return origin.kind === 'view' ? formatPlace(origin.place) : '#/seen';
}
