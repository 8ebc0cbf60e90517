import type { DigestItem } from '../../lib/digest/digest';
import { plural, t } from '../../lib/i18n';
import type { Instant } from '../../lib/paper';
import { nearDay } from '../dates';
import { listingName } from '../listing-name';
import { siteName } from '../site-name';
import { span } from '../span';

/** Why a paper is told: "+38 votes in 9 h, top 3 % of …; seen by you on arXiv cs.CL, yesterday". */
export function reasonSentence(item: DigestItem, now: Instant): string {
  const { shown } = item;
  if (!shown) return whyTold(item);
  const list = `${siteName(shown.site)} ${listingName(shown.listing)}`.trim();
  return t('digest_shown', whyTold(item), list, nearDay(shown.day, now));
}

function whyTold({ reason, points }: DigestItem): string {
  if (reason.kind === 'watch') return t('digest_watch', reason.watch);
  const { source, signal, gained, hours } = reason;
  if (reason.kind === 'rising') {
    const gain = plural(`digest_gained_${signal}`, gained);
    return t('digest_rising', gain, span(hours), reason.top, siteName(source));
  }
  const count = points.at(-1)?.[1] ?? gained;
  return t('digest_best', siteName(source), plural(`why_${signal}`, count));
}
