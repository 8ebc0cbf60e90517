import { t } from '../../lib/i18n';
import { number } from '../numbers';
import { useDuplicatesCount } from './duplicates-count';

/** The way to the pairs that may be one paper. */
export function DuplicatesLink({ current }: { current: string }) {
  const count = useDuplicatesCount();
  return (
    <li className="sidebar-item" data-kind="duplicates">
      <a href="#/duplicates" aria-current={current === 'duplicates' ? 'page' : undefined}>
        <span className="sidebar-name">{t('duplicates')}</span>{' '}
        {count !== undefined && <span className="sidebar-count">{number(count)}</span>}
      </a>
    </li>
  );
}
