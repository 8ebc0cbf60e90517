import type { View } from '../../lib/db/views';
import { t } from '../../lib/i18n';
import { siteName } from '../site-name';

/** What a view is called. */
export function viewName(view: View, tagNames?: ReadonlyMap<string, string>): string {
  switch (view.kind) {
    case 'list':
      return t('library_reading_list');
    case 'status':
      return t(`status_${view.status}`);
    case 'seen':
      return t('library_seen');
    case 'site':
      return siteName(view.site);
    case 'tag':
      return tagNames?.get(view.tagId) ?? t('library_tag');
  }
}
