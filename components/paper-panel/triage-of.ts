import { triageHref } from '../triage/origin';
import type { ViewId } from './opening';
import type { PanelTab } from './use-tab';
import type { Trending } from './use-trending';

/** Where the papers of a view are triaged: those of the tab, of the newest digest, or the unread. */
export function triageOf(view: ViewId, tab: PanelTab, trending?: Trending): string | undefined {
  if (view === 'page') return triageHref({ kind: 'tab', tabId: tab.id });
  if (view === 'trending')
    return trending?.date && triageHref({ kind: 'digest', date: trending.date });
  return triageHref({
    kind: 'view',
    place: { view: { kind: 'status', status: 'unread' }, sort: 'saved', typed: '' },
  });
}
