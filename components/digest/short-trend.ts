import type { Reason } from '../../lib/digest/digest';
import { t } from '../../lib/i18n';
import { number } from '../numbers';
import { span } from '../span';

/** Why a paper is told, where there is little room: "+38 in 9 h". */
export function shortTrend(reason: Reason): string {
  if (reason.kind === 'watch') return t('digest_short_watch');
  if (reason.gained === 0) return t('digest_short_best');
  return t('digest_short', number(reason.gained), span(reason.hours));
}
