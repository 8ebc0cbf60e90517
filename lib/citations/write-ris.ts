/**
 * Written here, not by `@citation-js/plugin-ris` 0.8.2: it leaves a blank before keywords,
 * puts the arXiv number into a custom field, drops the particles of names, lets the lines of a note
 * stand as tags of their own, and its core needs `node:http`.
 */
import { arxivOf, issuedOf, tagsOf, type CslItem, type CslType } from './csl-item';
import { OTHERS, invertName } from './names';

const TYPES: Record<CslType, string> = {
  article: 'UNPB',
  'article-journal': 'JOUR',
  'paper-conference': 'CPAPER',
};

/**
 * A RIS file, https://en.wikipedia.org/wiki/RIS_(file_format): UTF-8, lines end in CR LF, a record
 * ends in `ER`. Of a note with several lines all but the first begin with a blank, so that none is
 * taken for a tag. Identifiers other than the DOI are accession numbers, `AN`.
 */
export function writeRis(items: readonly CslItem[]): string {
  return items.map(record).join('\r\n');
}

function record(item: CslItem): string {
  const arxiv = arxivOf(item);
  const { categories = [], ids = [] } = item.custom ?? {};
  const date = issuedOf(item);
  const lines: [tag: string, value: string | undefined][] = [
    ['TY', TYPES[item.type]],
    ['ID', item.id],
    ['TI', item.title],
    ...(item.author ?? []).map((name): [string, string] => [
      'AU',
      name.literal === OTHERS ? 'et al.' : (name.literal ?? invertName(name)),
    ]),
    ['PY', date?.slice(0, 4)],
    // Year, month, day and a free text, each ended by a slash.
    ['DA', date && [...date.split('-'), '', ''].slice(0, 3).join('/') + '/'],
    ['T2', item['container-title']],
    ['DO', item.DOI],
    ['UR', item.URL],
    ['AN', arxiv && `arXiv:${arxiv}${categories[0] ? ` [${categories[0]}]` : ''}`],
    ...ids.map((id): [string, string] => ['AN', id]),
    ['AB', item.abstract],
    ...tagsOf(item).map((tag): [string, string] => ['KW', tag]),
    ['N1', item.note],
  ];
  return [...lines.filter(([, value]) => value), ['ER', '']]
    .map(([tag, value]) => `${tag}  - ${value!.replace(/\n/g, '\r\n ')}\r\n`)
    .join('');
}
