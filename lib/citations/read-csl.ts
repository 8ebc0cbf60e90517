import { STATUSES, collapse, type PaperLink } from '../paper';
import { CAPS } from '../paper-schema';
import { fromCsl } from './csl';
import { tagsOf, type CslCustom, type CslItem } from './csl-item';
import { asList, asObject, asText, jsonParts, parseObject } from './json-parts';
import { splitName, type CslName } from './names';
import { FILE_CAPS, ReadingBuilder, type CitationReading } from './record';
import { arxivIn, venueLine } from './venue';

type Fields = ReadonlyMap<string, unknown>;

/** Reads CSL-JSON, a list of items or one. A bad item costs only itself. */
export function readCsl(text: string): CitationReading {
  const builder = new ReadingBuilder();
  for (const part of itemsIn(text)) {
    const item = part.tooDeep ? undefined : parseObject(part.text);
    if (part.tooDeep) builder.problem(part.line, 'tooDeep');
    else if (!item) builder.problem(part.line, 'syntax', part.text);
    else takeItem(item, part, builder);
    if (!builder.hasRoom) break;
  }
  return builder.reading;
}

function itemsIn(text: string): Iterable<{ line: number; text: string; tooDeep: boolean }> {
  const isOne = /^\s*\{/.test(text.slice(0, 1_000));
  return isOne ? [{ line: 1, text, tooDeep: false }] : jsonParts(text);
}

function takeItem(fields: Fields, part: { line: number; text: string }, builder: ReadingBuilder) {
  const { line } = part;
  const item = itemOf(fields);
  if (part.text.length > FILE_CAPS.field)
    for (const [name, value] of fields)
      if (typeof value === 'string' && value.length > FILE_CAPS.field)
        builder.problem(line, 'fieldCut', `${item.id}: ${name}`);
  const status = item.custom?.status;
  builder.take({
    paper: fromCsl(item),
    tags: item.custom?.tags ?? tagsOf(item).flatMap((tag) => tag.split(/[,;]/)),
    note: item.note ?? '',
    ...(status ? { status } : {}),
    ...(item.id ? { citationKey: item.id } : {}),
    line,
  });
}

function itemOf(fields: Fields): CslItem {
  const text = (name: string): string => asText(fields.get(name));
  const id = text('citation-key') || text('id');
  const item: CslItem = { id: collapse(id), type: 'article', title: withoutMarkup(text('title')) };
  item.author = asList(fields.get('author')).flatMap(nameOf);
  const issued = dateParts(fields.get('issued'));
  if (issued) item.issued = { 'date-parts': [issued] };
  const venue = venueLine({
    container: text('container-title') || text('event-title') || text('event'),
    volume: text('volume'),
    issue: text('issue'),
    pages: text('page'),
  });
  if (venue) item['container-title'] = venue;
  // Zotero keeps what CSL has no variable for as lines of the note.
  const note = text('note');
  const arxiv = arxivIn(`${text('number')} ${text('container-title')} ${note} ${text('URL')}`);
  if (arxiv) item.number = `arXiv:${arxiv}`;
  item.DOI = text('DOI');
  item.URL = text('URL');
  item.abstract = withoutMarkup(text('abstract'));
  item.keyword = text('keyword');
  item.note = note;
  item.custom = customOf(asObject(fields.get('custom')) ?? new Map());
  return item;
}

function nameOf(value: unknown): CslName[] {
  const fields = asObject(value);
  if (!fields) return typeof value === 'string' ? [splitName(value.slice(0, 400))] : [];
  const name: CslName = {};
  const parts = [
    'family',
    'given',
    'non-dropping-particle',
    'dropping-particle',
    'suffix',
    'literal',
  ] as const;
  for (const part of parts) {
    const said = asText(fields.get(part)).slice(0, 400);
    if (said) name[part] = said;
  }
  return Object.keys(name).length > 0 ? [name] : [];
}

function dateParts(value: unknown): number[] | undefined {
  const fields = asObject(value);
  const [first] = asList(fields?.get('date-parts'));
  const parts = asList(first).slice(0, 3).map(Number);
  if (parts.length > 0 && parts.every(Number.isInteger)) return parts;
  const text = `${asText(fields?.get('raw'))} ${asText(fields?.get('literal'))}`.slice(0, 200);
  const said = /\b(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text);
  return said?.slice(1).filter(Boolean).map(Number);
}

function customOf(fields: Fields): CslCustom {
  const texts = (name: string) =>
    asList(fields.get(name))
      .map((value) => asText(value).slice(0, CAPS.url))
      .filter(Boolean);
  const custom: CslCustom = { ids: texts('ids').filter((id) => /^[a-z]+:\S+$/.test(id)) };
  const status = STATUSES.find((name) => name === fields.get('status'));
  if (status) custom.status = status;
  if (fields.has('categories')) custom.categories = texts('categories').slice(0, 50);
  if (fields.has('tags')) custom.tags = texts('tags');
  custom.links = asList(fields.get('links')).flatMap(linkOf);
  return custom;
}

const RELS = ['page', 'pdf', 'html', 'code', 'project', 'discussion'] as const;

function linkOf(value: unknown): PaperLink[] {
  const fields = asObject(value);
  const rel = RELS.find((name) => name === fields?.get('rel'));
  const href = asText(fields?.get('href'));
  return rel && href ? [{ rel, href }] : [];
}

/** CSL's own markup in titles (https://citeproc-js.readthedocs.io, "HTML-like formatting tags"). */
function withoutMarkup(text: string): string {
  return text.replace(
    /<\/?(?:i|b|sub|sup)>|<span (?:class="nocase"|style="font-variant: ?small-caps;?")>|<\/span>/g,
    '',
  );
}
