import type { Evidence } from '../../../lib/duplicates/compare';
import { plural, t } from '../../../lib/i18n';

const SAME = 0.995;

/** The evidence as one would say it: "same 4 authors, titles 96 % alike, 2023 and 2024". */
export function evidenceWords(evidence: Evidence): string {
  const { title, abstract, years, preprint } = evidence;
  return [
    authorsInWords(evidence),
    title >= SAME ? t('evidence_title_same') : t('evidence_title', percent(title)),
    yearsInWords(years),
    abstract === undefined
      ? ''
      : abstract >= SAME
        ? t('evidence_abstract_same')
        : t('evidence_abstract', percent(abstract)),
    preprint ? t('evidence_preprint') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function authorsInWords({ sharedAuthors, authors: [one, other] }: Evidence): string {
  if (one === 0 || other === 0) return t('evidence_authors_unknown');
  const isSame = sharedAuthors === one && sharedAuthors === other;
  return isSame
    ? plural('evidence_authors_same', sharedAuthors)
    : plural('evidence_authors', sharedAuthors);
}

function yearsInWords([one, other]: Evidence['years']): string {
  if (one === undefined || other === undefined) return t('evidence_year_unknown');
  if (one === other) return t('evidence_year_same', one);
  return t('evidence_years', Math.min(one, other), Math.max(one, other));
}

function percent(share: number): number {
  return Math.floor(share * 100);
}

/** How likely it is, in words. */
export function likelyWords(confidence: number): string {
  if (confidence >= 0.92) return t('likely_very');
  return t(confidence >= 0.78 ? 'likely' : 'likely_maybe');
}
