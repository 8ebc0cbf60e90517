import type { PdfRow } from '../../lib/db/rows';
import { t } from '../../lib/i18n';
import type { Instant } from '../../lib/paper';
import { timeOfDay } from '../dates';
import { bytes } from '../numbers';

const NAMED: Record<string, string> = {
  permission: 'pdf_why_permission',
  redirect: 'pdf_why_redirect',
  'not a pdf': 'pdf_why_not_a_pdf',
  'too large': 'pdf_why_too_large',
  'disk full': 'pdf_why_disk_full',
  '404': 'pdf_why_not_there',
  '410': 'pdf_why_not_there',
  '401': 'pdf_why_shut',
  '403': 'pdf_why_shut',
};

/** Why a PDF was not kept, and what to do about it. */
export function failureWords({ why = '', host }: PdfRow): string {
  return t(NAMED[why] ?? (/^4/.test(why) ? 'pdf_why_shut' : 'pdf_why_gave_up'), host, why);
}

/** How far a PDF is that was asked for. */
export function progressWords(pdf: PdfRow, isOnline: boolean): string {
  const { host, why, nextAt, received, size } = pdf;
  if (!isOnline) return t('pdf_waits_offline');
  if (why) return t(why === '429' ? 'pdf_waits_busy' : 'pdf_waits_again', host, clock(nextAt));
  if (received === 0 && size === undefined) return t('pdf_waits', host);
  return t('pdf_comes', extentWords(pdf));
}

/** "1.2 MB of 2.3 MB", or what is here where nobody said how long it is. */
export function extentWords({ received, size }: PdfRow): string {
  return size === undefined ? bytes(received) : t('pdf_of', bytes(received), bytes(size));
}

/** The time of day by which `at` has come. */
function clock(at: Instant): string {
  const date = new Date(at);
  return timeOfDay(date.getHours() * 60 + date.getMinutes() + 1);
}
