import { plural, t } from '../../lib/i18n';
import type { Instant, Sighting } from '../../lib/paper';
import { shortDay } from '../dates';
import { siteName } from '../site-name';
import { listingName } from '../listing-name';

/** Where and when a paper was shown: "Hugging Face daily, rank 3, 21 Aug, 38 votes". */
export function sightingWords(sighting: Sighting, now: Instant): string {
  const { site, listing, day, rank, votes, comments, stars, announcement, folded } = sighting;
  return [
    `${siteName(site)} ${listingName(listing)}`.trim(),
    rank !== undefined ? t('why_rank', rank) : '',
    shortDay(day, now),
    votes ? plural('why_votes', votes) : '',
    comments ? plural('why_comments', comments) : '',
    stars ? plural('why_stars', stars) : '',
    announcement && announcement !== 'new' ? t(`announced_${announcement}`) : '',
    folded ? plural('why_days', folded) : '',
  ]
    .filter(Boolean)
    .join(', ');
}
