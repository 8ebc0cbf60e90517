import { t } from '../lib/i18n';
import type { Found } from './use-search';

/**
 * What is to be said of a search under its box: the spot that makes no sense and why, or that no
 * paper has all the words. What may only be unfinished is left in peace.
 */
export function SearchNote({ typed, found }: { typed: string; found: Found }) {
  const hint = found.hints.find(({ unfinished }) => !unfinished);
  if (hint)
    return (
      <p className="search-note" role="status">
        <span className="search-spot" dir="auto">
          {shortened(typed.slice(0, hint.start), 'start')}
          <mark>{typed.slice(hint.start, hint.end)}</mark>
          {shortened(typed.slice(hint.end), 'end')}
        </span>{' '}
        {t(hint.message, hint.value)}
      </p>
    );
  if (!found.isPartial || found.searching) return null;
  return (
    <p className="search-note" role="status">
      {t('search_partial')}
    </p>
  );
}

const AROUND = 24;

/** What stands beside the spot, cut on the side that is further from it. */
function shortened(text: string, side: 'start' | 'end'): string {
  if (text.length <= AROUND) return text;
  return side === 'start' ? `…${text.slice(-AROUND)}` : `${text.slice(0, AROUND)}…`;
}
