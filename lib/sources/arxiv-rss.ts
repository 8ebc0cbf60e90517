/** arXiv's daily announcements (info.arxiv.org/help/rss.html): new, cross-listed and replaced. */
import type { XmlElement } from '@rgrove/parse-xml';
import { ARXIV_CATEGORY } from '../arxiv-category';
import { arxivKey, arxivLinks, doiId, parseArxivNumber } from '../identity';
import type { Announcement } from '../paper';
import { CAPS } from '../paper-schema';
import { answerOf } from './answer-of';
import { categoriesOf } from './categories-of';
import { checkedPaper } from './checked-paper';
import { dayOf } from './instant-of';
import type { Source, SourcePaper } from './source';
import { whyUnreadable } from './why-unreadable';
import { childrenOf, textOf, xmlRoot } from './xml';

const HOST = 'rss.arxiv.org';
/** No feed has more entries, says arXiv. */
const MAX_ENTRIES = 2_000;
const MAX_CATEGORIES = 50;

/** The feed of all categories followed, in one request. It holds the last announcement only. */
export const arxivRss: Source = {
  id: 'arxiv-rss',
  host: HOST,

  requests({ categories }) {
    const known = [...new Set(categories)].filter((name) => ARXIV_CATEGORY.test(name));
    if (known.length === 0) return [];
    const feed = known.slice(0, MAX_CATEGORIES).join('+');
    return [{ url: `https://${HOST}/atom/${feed}`, accept: 'application/atom+xml' }];
  },

  read(body) {
    const root = xmlRoot(body);
    if (!root) return { ok: false, why: whyUnreadable(body, /^</) };
    const feed = root.name === 'feed' ? root : childrenOf(root, 'channel')[0];
    if (!feed) return { ok: false, why: root.name === 'html' ? 'html' : 'not-understood' };
    if (textOf(feed, 'title').startsWith('Feed error')) return { ok: false, why: 'error-body' };
    const entries = [...childrenOf(feed, 'entry'), ...childrenOf(feed, 'item')];
    const looked = entries.slice(0, MAX_ENTRIES);
    return answerOf(
      looked.length,
      looked.flatMap((entry) => readEntry(entry) ?? []),
    );
  },
};

// An RSS item says the same as an Atom entry under other names.
function readEntry(entry: XmlElement): SourcePaper | undefined {
  const guid = textOf(entry, 'id') || textOf(entry, 'guid');
  const number = parseArxivNumber(guid.replace(/^oai:arxiv\.org:/i, ''));
  if (!number) return undefined;
  const announcement = ANNOUNCEMENTS.get(textOf(entry, 'arxiv:announce_type'));
  const doi = doiId(textOf(entry, 'arxiv:DOI').split(/\s/)[0] ?? '');
  const paper = checkedPaper({
    title: textOf(entry, 'title'),
    authors: namesOf(textOf(entry, 'dc:creator')),
    ids: [...new Set([arxivKey(number.id), ...(doi ? [doi] : [])])],
    links: arxivLinks(number.id),
    abstract: abstractOf(textOf(entry, 'summary') || textOf(entry, 'description')),
    venue: textOf(entry, 'arxiv:journal_reference'),
    categories: categoriesOf(entry),
    // It is the day of the announcement: a cross-listed or replaced paper is older.
    publishedAt:
      announcement === 'new'
        ? dayOf(textOf(entry, 'published') || textOf(entry, 'pubDate'))
        : undefined,
    version: number.version || undefined,
    announcement,
  });
  return paper && { paper };
}

const ANNOUNCEMENTS: ReadonlyMap<string, Announcement> = new Map([
  ['new', 'new'],
  ['cross', 'cross'],
  ['replace', 'replacement'],
  ['replace-cross', 'replacement'],
]);

function abstractOf(summary: string): string {
  return summary.replace(/^arXiv:\S+ Announce Type: \S+ ?(?:Abstract: ?)?/, '');
}

const AFFILIATION = / ?\([^()]*\)/g;

// "Ada Brun (Some Institute, Lyon), Bo Chen": affiliations have commas, even brackets of their own.
function namesOf(creators: string): string[] {
  return creators
    .replace(AFFILIATION, '')
    .replace(AFFILIATION, '')
    .split(', ')
    .map((name) => name.trim())
    .filter(Boolean)
    .slice(0, CAPS.authors);
}
