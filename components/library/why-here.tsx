import { useState } from 'react';
import { plural, t } from '../../lib/i18n';
import type { LibraryEntry, Paper, Sighting } from '../../lib/paper';
import { shortDate } from '../dates';
import { siteName } from '../site-name';
import { useNow } from '../use-now';
import { sightingWords } from './sighting-words';

const SHOWN = 8;

/** Why the paper is here: where and when it was shown, and when it was saved. */
export function WhyHere({
  paper,
  entry,
  sightings,
}: {
  paper: Paper;
  entry: LibraryEntry | undefined;
  sightings: readonly Sighting[];
}) {
  const now = useNow();
  const [all, setAll] = useState(false);
  const rest = sightings.length - SHOWN;
  return (
    <section className="detail-part" aria-labelledby="detail-why">
      <h2 id="detail-why">{t('why_here')}</h2>
      <ul className="why">
        {entry && <li>{t('why_saved', shortDate(entry.savedAt, now))}</li>}
        {(all ? sightings : sightings.slice(0, SHOWN)).map((sighting) => (
          <li key={`${sighting.listing} ${sighting.day}`}>{sightingWords(sighting, now)}</li>
        ))}
        {sightings.length === 0 && paper.firstSeenAt !== undefined && (
          <li>{t('why_first', siteName(paper.firstSite), shortDate(paper.firstSeenAt, now))}</li>
        )}
      </ul>
      {rest > 0 && (
        <button
          type="button"
          className="text-button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t('why_fewer') : plural('why_more', rest)}
        </button>
      )}
    </section>
  );
}
