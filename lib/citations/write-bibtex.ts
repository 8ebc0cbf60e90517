import {
  braced,
  commonFields,
  dateOf,
  entryText,
  noteField,
  optional,
  type Fields,
} from './bibtex-entry';
import type { CslItem, CslType } from './csl-item';
import { texText } from './write-tex';

const ASCII = { ascii: true };
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
// Without a journal or a book BibTeX warns of everything but this.
const TYPES: Record<CslType, string> = {
  article: 'misc',
  'article-journal': 'article',
  'paper-conference': 'inproceedings',
};

/**
 * A `.bib` file for BibTeX. Letters with accents and Greek ones are commands, as BibTeX sorts and
 * makes small by bytes; `eprint`, `archivePrefix` and `primaryClass` as arXiv recommends
 * (https://info.arxiv.org/help/hypertex/bibstyles/index.html). The note is an `annote`.
 */
export function writeBibtex(items: readonly CslItem[]): string {
  return items.map(entry).join('\n');
}

function entry(item: CslItem): string {
  const common = commonFields(item, ASCII);
  const venue = item['container-title'] && texText(item['container-title'], ASCII);
  const container = item.type === 'paper-conference' ? 'booktitle' : 'journal';
  return entryText(TYPES[item.type], item.id, [
    ...common.author,
    ...common.title,
    ...optional(container, venue),
    ...dated(item),
    ...common.arxiv,
    ...common.address,
    ...common.other,
    ...common.abstract,
    ...common.tags,
    ...noteField('annote', item, ASCII),
    ...common.status,
  ]);
}

function dated(item: CslItem): Fields {
  const [year, month, day] = dateOf(item);
  const name = MONTHS[Number(month) - 1];
  return [
    ...optional('year', year),
    ...(name ? [['month', name] satisfies Fields[number]] : []),
    ...(day ? [['day', braced(String(Number(day)))] satisfies Fields[number]] : []),
  ];
}
