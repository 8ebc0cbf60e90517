import { t } from '../../lib/i18n';
import type { Instant } from '../../lib/paper';
import { nearDay } from '../dates';
import { viewName } from '../library/view-name';
import type { Origin } from './origin';

/** What the list is called that is triaged. */
export function originName(
  origin: Origin,
  now: Instant,
  tagNames: ReadonlyMap<string, string>,
): string {
  if (origin.kind === 'tab') return t('view_page');
  if (origin.kind === 'digest') return t('digest_of', nearDay(origin.date, now));
  const { view, typed } = origin.place;
  const name = viewName(view, tagNames);
  return typed.trim() ? t('triage_search', name, typed.trim()) : name;
}
