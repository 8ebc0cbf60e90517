import { t } from '../lib/i18n';

/** A list in a few words after its site's name: "daily", "cs.AI new", "search: agents". */
export function listingName(listing: string): string {
  if (listing.startsWith('import:')) return t('list_import', listing.slice('import:'.length));
  if (!URL.canParse(listing)) return listing;
  const { pathname, searchParams } = new URL(listing);
  const asked = searchParams.get('q') ?? searchParams.get('query');
  if (asked) return t('list_search', asked);
  const [first = '', second = '', ...rest] = pathname.split('/').filter(Boolean);
  switch (first) {
    case 'papers':
      return second ? huggingFace(second) : t('list_daily');
    case 'list':
      return [second, ...rest].map(plainPart).join(' ');
    case 'catchup':
      return t('list_catchup', plainPart(second));
    case 'search':
      return t('list_searched');
    case 'a':
      return t('list_author', plainPart(second));
    case 'abs':
    case 'pdf':
    case 'html':
      return t('list_paper');
    default:
      return plainPart(pathname === '/' ? '' : pathname.slice(1));
  }
}

function huggingFace(part: string): string {
  const lists: Record<string, string> = {
    date: t('list_daily'),
    week: t('list_weekly'),
    month: t('list_monthly'),
    trending: t('list_trending'),
  };
  return lists[part] ?? t('list_paper');
}

function plainPart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
