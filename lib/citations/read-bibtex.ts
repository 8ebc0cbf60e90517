import { collapse } from '../paper';
import { ID_FIELDS } from './bibtex-entry';
import { fromCsl } from './csl';
import type { CslItem } from './csl-item';
import { OTHERS, splitName, type CslName } from './names';
import { plainTex } from './read-tex';
import { ReadingBuilder, type CitationReading } from './record';
import { scanBibtex, type BibEntry } from './scan-bibtex';
import { arxivIn, venueLine } from './venue';

/** Reads a BibTeX or BibLaTeX file. A bad entry costs only itself. */
export function readBibtex(text: string): CitationReading {
  const builder = new ReadingBuilder();
  for (const entry of scanBibtex(text, (...problem) => builder.problem(...problem))) {
    takeEntry(entry, builder);
    if (!builder.hasRoom) break;
  }
  return builder.reading;
}

function takeEntry(entry: BibEntry, builder: ReadingBuilder): void {
  const { fields, key, line } = entry;
  const status = fields.get('readstatus');
  builder.take({
    paper: fromCsl(itemOf(entry)),
    tags: split(fields.get('keywords') ?? fields.get('keyword') ?? '', /[,;]/y).map(plain),
    note: plainTex(first(fields, 'annote', 'annotation', 'comment', 'note')),
    ...(status ? { status } : {}),
    ...(key ? { citationKey: key } : {}),
    line,
  });
}

function itemOf({ fields, key }: BibEntry): CslItem {
  const item: CslItem = { id: key, type: 'article', title: plain(first(fields, 'title')) };
  item.author = bibNames(first(fields, 'author'));
  const parts = dateParts(fields);
  if (parts) item.issued = { 'date-parts': [parts] };
  const venue = venueLine({
    container: plain(first(fields, 'journal', 'journaltitle', 'booktitle', 'venue')),
    volume: plain(first(fields, 'volume')),
    issue: plain(first(fields, 'number', 'issue')),
    pages: plain(first(fields, 'pages')),
  });
  if (venue) item['container-title'] = venue;
  const arxiv = arxivNumber(fields);
  if (arxiv) item.number = `arXiv:${arxiv}`;
  item.DOI = address(first(fields, 'doi'));
  item.URL = address(first(fields, 'url', 'link')) || urlIn(first(fields, 'howpublished'));
  item.abstract = plain(first(fields, 'abstract'));
  const ids = ID_FIELDS.flatMap((kind) => {
    const id = fields.get(kind);
    return id && /^\S+$/.test(id) ? [`${kind}:${id}`] : [];
  });
  const subject = address(first(fields, 'primaryclass', 'eprintclass'));
  item.custom = { ids, ...(subject ? { categories: [subject] } : {}) };
  return item;
}

function first(fields: ReadonlyMap<string, string>, ...names: string[]): string {
  for (const name of names) {
    const value = fields.get(name);
    if (value) return value;
  }
  return '';
}

function plain(tex: string): string {
  return collapse(plainTex(tex));
}

// Read letter by letter, but for what people escape and wrap all the same.
function address(tex: string): string {
  return tex.replace(/^\\url\s?\{(.*)\}$/, '$1').replace(/\\([_%#&~])(?:\{\})?/g, '$1');
}

function urlIn(tex: string): string {
  return /https?:\/\/[^\s{}\\]+/.exec(address(tex.slice(0, 4_000)))?.[0] ?? '';
}

function arxivNumber(fields: ReadonlyMap<string, string>): string | undefined {
  const prefix = first(fields, 'archiveprefix', 'eprinttype');
  const eprint = fields.get('eprint');
  if (eprint && (!prefix || /^arxiv$/i.test(prefix))) return eprint.replace(/^arxiv:\s*/i, '');
  const where = ['journal', 'journaltitle', 'volume', 'note', 'howpublished', 'url'];
  return arxivIn(where.map((name) => (fields.get(name) ?? '').slice(0, 300)).join(' '));
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function dateParts(fields: ReadonlyMap<string, string>): number[] | undefined {
  const said = /(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(first(fields, 'date', 'year').slice(0, 40));
  if (!said) return undefined;
  const parts = said.slice(1).filter(Boolean).map(Number);
  if (parts.length > 1) return parts;
  const text = first(fields, 'month').slice(0, 40).toLowerCase();
  const month = Number(text) || MONTHS.findIndex((name) => text.includes(name)) + 1;
  const day = /\d{1,2}/.exec(first(fields, 'day') || text)?.[0];
  if (month) parts.push(month);
  if (month && day && text !== String(month)) parts.push(Number(day));
  return parts;
}

/** Names joined by `and`, each whole where braces hold it together. */
export function bibNames(tex: string): CslName[] {
  return split(tex, /\sand\s/iy)
    .filter(Boolean)
    .map((name) => {
      if (/^(?:others|et al\.?)$/i.test(name)) return { literal: OTHERS };
      return isOneGroup(name) ? { literal: plain(name) } : splitName(plain(name));
    });
}

/** Cuts at what `separator` (sticky) finds outside of braces, in one pass. */
function split(tex: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < tex.length; i++) {
    const letter = tex[i];
    if (letter === '{') depth++;
    else if (letter === '}') depth--;
    if (depth !== 0) continue;
    separator.lastIndex = i;
    if (!separator.test(tex)) continue;
    parts.push(tex.slice(start, i).trim());
    start = separator.lastIndex;
    i = start - 1;
  }
  parts.push(tex.slice(start).trim());
  return parts.filter(Boolean);
}

function isOneGroup(name: string): boolean {
  if (!name.startsWith('{') || !name.endsWith('}')) return false;
  let depth = 0;
  for (let i = 0; i < name.length; i++) {
    if (name[i] === '{') depth++;
    if (name[i] === '}' && --depth === 0) return i === name.length - 1;
  }
  return false;
}
