import type { Sort, View } from '../../lib/db/views';
import { STATUSES, type PaperId, type Status } from '../../lib/paper';

/** Where the reader is: which view, in what order, searched for what, with which paper open. */
export interface Place {
  view: View;
  sort: Sort;
  /** What stands in the search box. */
  typed: string;
  paper?: PaperId | undefined;
  /** What is found stands in the order of the view, not by relevance. */
  inOrder?: boolean | undefined;
  /** What is shown in the place of a list. */
  instead?: Instead | undefined;
}

/** Views that are no list of papers, as they stand in the address. */
export const INSTEAD = ['duplicates', 'tags', 'statistics'] as const;
export type Instead = (typeof INSTEAD)[number];

/** The fragment under which all tags are listed. */
export const ALL_TAGS = '#/tags';

/** Orders a view offers, the usual one first. */
export function sortsOf(view: View): readonly [Sort, ...Sort[]] {
  if (view.kind === 'seen' || view.kind === 'site') return ['seen', 'published', 'trend', 'title'];
  const queued = view.kind === 'list' || (view.kind === 'status' && view.status === 'unread');
  return ['saved', ...(queued ? (['queue'] as const) : []), 'published', 'trend', 'title'];
}

/** The view as it stands in an address, such as `unread` or `tag/01J…`. */
export function viewPath(view: View): string {
  switch (view.kind) {
    case 'list':
    case 'seen':
      return view.kind;
    case 'status':
      return view.status;
    case 'tag':
      return `tag/${encodeURIComponent(view.tagId)}`;
    case 'site':
      return `site/${encodeURIComponent(view.site)}`;
  }
}

/** The fragment of the library's address: `#/unread?paper=…`. */
export function formatPlace(place: Place): string {
  if (place.instead) return `#/${place.instead}`;
  const query = new URLSearchParams();
  if (place.sort !== sortsOf(place.view)[0]) query.set('sort', place.sort);
  if (place.typed.trim()) query.set('q', place.typed);
  if (place.inOrder) query.set('order', 'view');
  if (place.paper) query.set('paper', place.paper);
  return `#/${viewPath(place.view)}${query.size > 0 ? `?${query}` : ''}`;
}

/** The place of a fragment; whatever it does not understand is the reading list. */
export function parsePlace(fragment: string): Place {
  const [path = '', search = ''] = fragment.replace(/^#\/?/, '').split('?', 2);
  const query = new URLSearchParams(search);
  const view = parseView(path);
  const instead = INSTEAD.find((each) => each === path);
  const sorts = sortsOf(view);
  const sort = sorts.find((each) => each === query.get('sort')) ?? sorts[0];
  if (instead) return { view, sort, typed: '', instead };
  return {
    view,
    sort,
    typed: query.get('q') ?? '',
    paper: query.get('paper') ?? undefined,
    inOrder: query.get('order') === 'view' || undefined,
  };
}

function parseView(path: string): View {
  const [kind = '', ...rest] = path.split('/');
  const id = decode(rest.join('/'));
  if (kind === 'seen') return { kind };
  if (kind === 'tag' && id) return { kind, tagId: id };
  if (kind === 'site' && id) return { kind, site: id };
  if ((STATUSES as readonly string[]).includes(kind))
    return { kind: 'status', status: kind as Status };
  return { kind: 'list' };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
