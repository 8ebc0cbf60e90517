import { useState } from 'react';
import { t } from '../../lib/i18n';
import { Highlight, type Mark } from '../highlight';

const SHOWN = 6;

/** The authors; a long list is opened by a button. */
export function Byline({
  authors,
  cut,
  mark,
}: {
  authors: readonly string[];
  /** True when the page itself cut the list. */
  cut?: boolean | undefined;
  mark: Mark | undefined;
}) {
  const [all, setAll] = useState(false);
  if (authors.length === 0) return null;
  const rest = authors.length - SHOWN;
  const long = rest > 1;
  const shown = all || !long ? authors : authors.slice(0, SHOWN);
  return (
    <p className="detail-byline" dir="auto">
      <Highlight text={shown.join(', ')} mark={mark} />
      {long && (
        <>
          {' '}
          <button
            type="button"
            className="text-button"
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all ? t('authors_fewer') : t('authors_more', rest)}
          </button>
        </>
      )}
      {cut && (all || !long) && ` ${t('authors_cut')}`}
    </p>
  );
}
