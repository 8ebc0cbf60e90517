import { arxivOf, authorsOf, issuedOf, tagsOf, type CslItem, type CslType } from './csl-item';
import { familyWithParticles } from './names';

/** An item as Zotero's translators give it, of which only what Offprint knows is filled in. */
export interface ZoteroItem {
  /** Names the item within one request. */
  id: string;
  itemType: 'preprint' | 'journalArticle' | 'conferencePaper';
  title: string;
  creators: ({ creatorType: 'author' } & (
    { firstName: string; lastName: string } | { lastName: string; fieldMode: 1 }
  ))[];
  date?: string;
  abstractNote?: string;
  DOI?: string;
  url?: string;
  publicationTitle?: string;
  proceedingsTitle?: string;
  repository?: string;
  archiveID?: string;
  /** `Citation Key` stands here, as in Zotero itself. */
  extra: string;
  tags: { tag: string }[];
  notes: { note: string }[];
  attachments: never[];
}

const TYPES: Record<CslType, ZoteroItem['itemType']> = {
  article: 'preprint',
  'article-journal': 'journalArticle',
  'paper-conference': 'conferencePaper',
};

/**
 * An item for `POST /connector/saveItems` of Zotero's connector server: fields by Zotero's own
 * schema (https://api.zotero.org/schema), the note as HTML, in which its text is escaped.
 */
export function zoteroItem(item: CslItem): ZoteroItem {
  const itemType = TYPES[item.type];
  const arxiv = arxivOf(item);
  const date = issuedOf(item);
  const venue = item['container-title'];
  return {
    id: item.id,
    itemType,
    title: item.title,
    creators: creatorsOf(item),
    ...(date ? { date } : {}),
    ...(item.abstract ? { abstractNote: item.abstract } : {}),
    ...(item.DOI ? { DOI: item.DOI } : {}),
    ...(item.URL ? { url: item.URL } : {}),
    ...(venue && itemType === 'journalArticle' ? { publicationTitle: venue } : {}),
    ...(venue && itemType === 'conferencePaper' ? { proceedingsTitle: venue } : {}),
    ...(arxiv && itemType === 'preprint'
      ? { repository: 'arXiv', archiveID: `arXiv:${arxiv}` }
      : {}),
    extra: [`Citation Key: ${item.id}`, ...(arxiv ? [`arXiv: ${arxiv}`] : [])].join('\n'),
    tags: tagsOf(item).map((tag) => ({ tag })),
    notes: item.note ? [{ note: noteHtml(item.note) }] : [],
    attachments: [],
  };
}

function creatorsOf(item: CslItem): ZoteroItem['creators'] {
  const { authors } = authorsOf(item);
  return (item.author ?? []).slice(0, authors.length).map((name) => {
    if (name.literal !== undefined)
      return { creatorType: 'author', lastName: name.literal, fieldMode: 1 };
    const firstName = [name.given, name.suffix].filter(Boolean).join(', ');
    return { creatorType: 'author', firstName, lastName: familyWithParticles(name) };
  });
}

function noteHtml(note: string): string {
  const escaped = note.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('');
}
