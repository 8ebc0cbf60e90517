import { savedIds } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import { viewIds } from '../../lib/db/views';
import { plural, t } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import type { Place } from '../library/place';
import { viewName } from '../library/view-name';

/** Some papers to export, by a name for them. */
export interface Scope {
  id: 'chosen' | 'found' | 'view' | 'list';
  name: string;
  ids: readonly PaperId[];
}

/** What stands in the list: what was searched for, or the whole view; nothing until that is known. */
export interface Listed {
  place: Place;
  ids: readonly PaperId[] | undefined;
  /** How many there are; `ids` may be the best of them only. */
  total: number | undefined;
  tagNames: ReadonlyMap<string, string>;
}

/** The papers in sight, nearest first: they are known without a look into the database. */
export function nearScopes(
  chosen: readonly PaperId[],
  { place, ids, total, tagNames }: Listed,
): Scope[] {
  const scopes: Scope[] = [];
  if (chosen.length > 0)
    scopes.push({ id: 'chosen', name: plural('export_chosen', chosen.length), ids: chosen });
  if (!ids || ids.length !== total) return scopes;
  if (place.typed.trim()) scopes.push({ id: 'found', name: t('export_found'), ids });
  else scopes.push({ id: idOf(place), name: viewName(place.view, tagNames), ids });
  return scopes;
}

/** What else the reader may mean: all that is found, the view that was searched, the whole list. */
export async function farScopes({ place, ids, total, tagNames }: Listed): Promise<Scope[]> {
  const { view, sort, typed } = place;
  const isNear = ids !== undefined && ids.length === total;
  const isSearch = typed.trim() !== '';
  const scopes: Scope[] = [];
  if (!isNear || isSearch) {
    const all = await viewIds(db, view, sort, Date.now());
    if (isSearch && !isNear) {
      const { find } = await import('../search-engine');
      const { ids: found } = await find({ typed, among: all, order: 'list' });
      scopes.push({ id: 'found', name: t('export_found'), ids: found });
    }
    scopes.push({ id: idOf(place), name: viewName(view, tagNames), ids: all });
  }
  if (view.kind !== 'list')
    scopes.push({ id: 'list', name: t('library_reading_list'), ids: await savedIds(db) });
  return scopes;
}

function idOf({ view }: Place): Scope['id'] {
  return view.kind === 'list' ? 'list' : 'view';
}
