/**
 * One entry of a `.bib` file, for BibTeX or for BibLaTeX.
 *
 * Written here, not by `@citation-js/plugin-bibtex` 0.9.0: of an arXiv paper it loses `eprint`,
 * `archivePrefix` and `primaryClass`, in BibTeX the abstract too; it makes `month = {dec 3}` and of
 * the name 王 小明 a mere comma; it turns formulas into `\textdollar`; its core needs `node:http`. Nor by
 * `biblatex-csl-converter` 3.6.0: 315 kB minified (76 kB gzipped), LGPL.
 */
import { arxivOf, issuedOf, tagsOf, type CslItem } from './csl-item';
import { OTHERS, invertName, type CslName } from './names';
import { texNote, texText, texTitle, texVerbatim, type TexOptions } from './write-tex';

/** Name and value of each field, in the order of the file; a value without braces is a macro. */
export type Fields = [name: string, value: string][];

/** Fields that both dialects write alike. */
export interface CommonFields {
  author: Fields;
  title: Fields;
  arxiv: Fields;
  address: Fields;
  abstract: Fields;
  tags: Fields;
  status: Fields;
  other: Fields;
}

/** Identifiers that have a field by custom; styles pass over those they do not know. */
export const ID_FIELDS = ['openreview', 'acl', 'pmid', 'pmcid', 'dblp', 's2'] as const;

/** The fields of an item by what they say; an absent one is an empty list. */
export function commonFields(item: CslItem, options: TexOptions): CommonFields {
  const arxiv = arxivOf(item);
  const { categories = [], status, ids = [] } = item.custom ?? {};
  const names = (item.author ?? []).map((name) => nameTex(name, options));
  return {
    author: names.length > 0 ? [['author', braced(names.join(' and '))]] : [],
    title: [['title', braced(texTitle(item.title, options))]],
    arxiv: arxiv
      ? [
          ['eprint', braced(arxiv)],
          ['archivePrefix', braced('arXiv')],
          ...optional('primaryClass', categories[0] && texVerbatim(categories[0])),
        ]
      : [],
    address: [
      ...optional('doi', item.DOI && texVerbatim(item.DOI)),
      ...optional('url', item.URL && texVerbatim(item.URL)),
    ],
    abstract: optional('abstract', item.abstract && texText(item.abstract, options)),
    tags: optional('keywords', tagsOf(item).map(keyword).join(', ')),
    // JabRef's field.
    status: optional('readstatus', status),
    other: ids.flatMap((id): Fields => {
      const [kind = ''] = id.split(':', 1);
      const isKnown = (ID_FIELDS as readonly string[]).includes(kind);
      return isKnown ? [[kind, braced(texVerbatim(id.slice(kind.length + 1)))]] : [];
    }),
  };
}

/** `@article{key, …}` with one field a line. */
export function entryText(type: string, key: string, fields: Fields): string {
  const lines = fields.map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${type}{${key},\n${lines.join('')}}\n`;
}

/** A field that is written only where there is something to write. */
export function optional(name: string, value: string | undefined): Fields {
  return value ? [[name, braced(value)]] : [];
}

/** The user's note, in the field that no ordinary style prints. */
export function noteField(name: string, item: CslItem, options: TexOptions): Fields {
  return optional(name, item.note && texNote(item.note, options));
}

/** Year, month and day an item is dated, as far as it is. */
export function dateOf(item: CslItem): (string | undefined)[] {
  return issuedOf(item)?.split('-') ?? [];
}

export function braced(value: string): string {
  return `{${value}}`;
}

function nameTex(name: CslName, options: TexOptions): string {
  if (name.literal === OTHERS) return OTHERS;
  if (name.literal !== undefined) return braced(texText(name.literal, options));
  return invertName(name, (part) => {
    const tex = texText(part, options);
    return /,|\sand\s/i.test(part) ? braced(tex) : tex;
  });
}

// A comma would end it. No style prints it, and not every reader knows commands in it.
function keyword(tag: string): string {
  const tex = texText(tag, { ascii: false });
  return /[,;]/.test(tag) ? braced(tex) : tex;
}
