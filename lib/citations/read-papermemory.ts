import { arxivFromUrl } from '../identity';
import { collapse, type PaperLink } from '../paper';
import { fromCsl } from './csl';
import { isWeb, type CslItem } from './csl-item';
import { asList, asObject, asText, jsonParts, parseObject } from './json-parts';
import { OTHERS, splitName } from './names';
import { readBibtex } from './read-bibtex';
import { ReadingBuilder, type CitationReading } from './record';

type Fields = ReadonlyMap<string, unknown>;

/**
 * Reads an export of PaperMemory: one object of papers by PaperMemory's own ids, beside a
 * `__dataVersion`. As of its version 1.1.0 a paper holds `title`, `author` ("A B and C D"), `year`,
 * `venue`, `note`, `tags`, `bibtex`, `key`, `pdfLink`, `codeLink`, `doi`, `source`, `addDate`,
 * `favorite`, and no abstract. The file may hold the papers themselves or them under `papers`.
 */
export function readPaperMemory(text: string): CitationReading {
  const builder = new ReadingBuilder();
  takePapers(text, 0, builder);
  return builder.reading;
}

function takePapers(text: string, lines: number, builder: ReadingBuilder): void {
  for (const part of jsonParts(text)) {
    const line = lines + part.line;
    const inner = /^"papers"\s*:\s*(?=\{)/.exec(part.text)?.[0];
    if (inner && lines === 0) {
      takePapers(part.text.slice(inner.length), line - 1, builder);
      continue;
    }
    if (part.tooDeep) {
      builder.problem(line, 'tooDeep');
      continue;
    }
    const [entry] = parseObject(`{${part.text}}`) ?? [];
    const paper = asObject(entry?.[1]);
    if (paper) takePaper(entry![0], paper, line, builder);
    else if (!entry) builder.problem(line, 'syntax', part.text);
    if (!builder.hasRoom) return;
  }
}

function takePaper(id: string, fields: Fields, line: number, builder: ReadingBuilder): void {
  const text = (name: string): string => asText(fields.get(name));
  const bib = readBibtex(text('bibtex')).records[0]?.paper;
  const pdf = text('pdfLink');
  const item: CslItem = { id: collapse(text('key')), type: 'article', title: text('title') };
  item.author = text('author')
    .split(' and ')
    .filter((name) => name.trim())
    .map((name) => (name.trim() === 'others' ? { literal: OTHERS } : splitName(name)));
  const year = Number(text('year'));
  if (Number.isInteger(year) && year > 0) item.issued = { 'date-parts': [[year]] };
  if (text('venue')) item['container-title'] = text('venue');
  const arxiv = URL.canParse(pdf) ? arxivFromUrl(new URL(pdf))?.id : undefined;
  if (arxiv) item.number = `arXiv:${arxiv}`;
  if (text('doi')) item.DOI = text('doi');
  const links: PaperLink[] = [
    { rel: 'pdf', href: pdf },
    { rel: 'code', href: text('codeLink') },
  ];
  item.custom = { links: links.filter(({ href }) => isWeb(href)), ids: bib?.ids ?? [] };
  const paper = fromCsl(item);
  if (bib?.publishedAt?.startsWith(String(year))) paper.publishedAt = bib.publishedAt;
  if (bib?.venue && !paper.venue) paper.venue = bib.venue;
  builder.take({
    paper,
    tags: asList(fields.get('tags')).map(asText),
    note: text('note'),
    ...(item.id ? { citationKey: item.id } : {}),
    line,
  });
  if (!text('title') && builder.problems.at(-1)?.line === line)
    builder.problems.at(-1)!.item ??= id.slice(0, 80);
}
