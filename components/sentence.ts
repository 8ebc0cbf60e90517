import { t } from '../lib/i18n';
import { Refused } from '../lib/send';

/** What went wrong, what was kept and what to do next, in one sentence for the user. */
export function sentence(error: unknown): string {
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  if (/quota/i.test(text)) return t('error_quota');
  if (error instanceof Refused) return error.message;
  if (/context invalidated/i.test(text)) return t('error_updated');
  return t('error_worker');
}
