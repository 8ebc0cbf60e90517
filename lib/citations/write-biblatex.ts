import { commonFields, entryText, noteField, optional, type Fields } from './bibtex-entry';
import { issuedOf, type CslItem, type CslType } from './csl-item';
import { texText } from './write-tex';

const UTF8 = { ascii: false };
const TYPES: Record<CslType, string> = {
  article: 'online',
  'article-journal': 'article',
  'paper-conference': 'inproceedings',
};
const ARXIV_FIELDS: Record<string, string> = {
  archivePrefix: 'eprinttype',
  primaryClass: 'eprintclass',
};

/**
 * A `.bib` file for BibLaTeX and biber, in UTF-8: `date`, `journaltitle`, `eprinttype`,
 * `eprintclass`; the note is an `annotation` (BibLaTeX manual, 2.2.2 and 2.2.3).
 */
export function writeBiblatex(items: readonly CslItem[]): string {
  return items.map(entry).join('\n');
}

function entry(item: CslItem): string {
  const common = commonFields(item, UTF8);
  const venue = item['container-title'] && texText(item['container-title'], UTF8);
  const container = item.type === 'paper-conference' ? 'booktitle' : 'journaltitle';
  return entryText(typeOf(item), item.id, [
    ...common.author,
    ...common.title,
    ...optional(container, venue),
    ...optional('date', issuedOf(item)),
    ...common.arxiv.map(([name, value]): Fields[number] => [ARXIV_FIELDS[name] ?? name, value]),
    ...common.address,
    ...common.other,
    ...common.abstract,
    ...common.tags,
    ...noteField('annotation', item, UTF8),
    ...common.status,
  ]);
}

// `@online` without an address would not be one.
function typeOf(item: CslItem): string {
  return item.type === 'article' && !item.URL ? 'misc' : TYPES[item.type];
}
