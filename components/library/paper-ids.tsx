import { keyKind } from '../../lib/identity';
import { t } from '../../lib/i18n';
import type { Paper } from '../../lib/paper';
import { shortDate, shortDay } from '../dates';
import { useNow } from '../use-now';

/** Identifiers, venue, date, and the versions that were met. */
export function PaperIds({ paper }: { paper: Paper }) {
  const now = useNow();
  const { versions } = paper;
  const newest = versions.reduce((n, { version }) => Math.max(n, version), 0);
  const ids = paper.ids.map((id) => idText(id, keyKind(id) === 'arxiv' ? newest : 0));
  const facts = [
    ...ids,
    paper.venue ?? '',
    paper.publishedAt ? t('published_on', shortDay(paper.publishedAt, now)) : '',
  ].filter(Boolean);
  return (
    <div className="detail-facts">
      {facts.join(' · ')}
      {versions.length > 1 && (
        <details>
          <summary>{t('versions', versions.length)}</summary>
          <ul>
            {versions.map(({ version, seenAt, abstract }) => (
              <li key={version}>
                {t('version_seen', version, shortDate(seenAt, now))}
                {abstract && abstract !== paper.abstract && <p dir="auto">{abstract}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const KINDS: Record<string, string> = {
  arxiv: 'arXiv',
  doi: 'DOI',
  openreview: 'OpenReview',
  acl: 'ACL',
  pmid: 'PubMed',
};

function idText(id: string, version: number): string {
  const kind = keyKind(id);
  const value = id.slice(kind.length + 1);
  return `${KINDS[kind] ?? kind} ${value}${version > 0 ? ` v${version}` : ''}`;
}
