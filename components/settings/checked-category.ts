import { arxivCategory } from '../../lib/arxiv-category';
import { t } from '../../lib/i18n';
import type { Checked } from './text-list';

/** A category of arXiv in arXiv's own letters, or why what was typed is none. */
export function checkedCategory(typed: string): Checked {
  const text = arxivCategory(typed);
  return text ? { text } : { refusal: t('settings_digest_not_a_category', typed) };
}
