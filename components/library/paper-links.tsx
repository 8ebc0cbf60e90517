import { t } from '../../lib/i18n';
import type { Paper, PaperLink } from '../../lib/paper';
import { OpenIcon } from '../icons';
import { safeLinks } from '../links';

const ORDER = ['page', 'pdf', 'html', 'code', 'project', 'discussion'];

/** Everything the paper links to, one button each; several pages are told apart by their site. */
export function PaperLinks({ paper, stars }: { paper: Paper; stars?: number | undefined }) {
  const links = safeLinks(paper).sort((a, b) => ORDER.indexOf(a.rel) - ORDER.indexOf(b.rel));
  if (links.length === 0) return null;
  return (
    <ul className="detail-links" aria-label={t('links')}>
      {links.map((link) => (
        <li key={link.href}>
          <a
            className="button"
            href={link.href}
            target="_blank"
            rel="noopener noreferrer"
            title={link.href}
          >
            {linkName(link, stars)}
            <OpenIcon />
          </a>
        </li>
      ))}
    </ul>
  );
}

function linkName({ rel, href }: PaperLink, stars: number | undefined): string {
  if (rel === 'code') return stars ? t('link_code_stars', stars) : t('link_code');
  if (rel !== 'page') return t(`link_${rel}`);
  const host = new URL(href).hostname.replace(/^www\./, '');
  return { 'huggingface.co': 'Hugging Face', 'arxiv.org': 'arXiv' }[host] ?? host;
}
