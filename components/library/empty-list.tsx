import { t } from '../../lib/i18n';
import { EmptyState } from '../empty-state';
import type { Place } from './place';

/** What stands where no paper does. */
export function EmptyList({ place, onImport }: { place: Place; onImport: () => void }) {
  if (place.typed.trim())
    return <EmptyState title={t('empty_search')} text={t('empty_search_text')} />;
  const { view } = place;
  if (view.kind !== 'list' && view.kind !== 'seen')
    return <EmptyState title={t('empty_view')} text={t('empty_view_text')} />;
  return (
    <EmptyState title={t(`empty_${view.kind}`)} text={t(`empty_${view.kind}_text`)}>
      <a
        className="button primary"
        href="https://huggingface.co/papers"
        target="_blank"
        rel="noopener noreferrer"
      >
        {t('empty_open_hf')}
      </a>
      <button type="button" className="button" onClick={onImport}>
        {t('import')}
      </button>
    </EmptyState>
  );
}
