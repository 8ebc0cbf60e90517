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

/** What the reader may mean by "export", the nearest first; none of them twice. */
export async function scopesOf(
  place: Place,
  chosen: readonly PaperId[],
  found: readonly PaperId[] | undefined,
): Promise<Scope[]> {
  const { view, sort, typed } = place;
  const scopes: Scope[] = [];
  if (chosen.length > 0)
    scopes.push({ id: 'chosen', name: plural('export_chosen', chosen.length), ids: chosen });
  if (typed.trim() && found) scopes.push({ id: 'found', name: t('export_found'), ids: found });
  if (view.kind !== 'list') {
    const ids = await viewIds(db, view, sort, Date.now());
    scopes.push({ id: 'view', name: await nameOf(view), ids });
  }
  const ids = view.kind === 'list' ? await viewIds(db, view, sort, Date.now()) : await savedIds(db);
  return [...scopes, { id: 'list', name: t('export_list'), ids }];
}

async function nameOf(view: Place['view']): Promise<string> {
  if (view.kind !== 'tag') return viewName(view);
  return (await db.tags.get(view.tagId))?.name ?? viewName(view);
}
