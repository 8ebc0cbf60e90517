import { collapse } from '../paper';
import { fromCsl } from './csl';
import type { CslItem } from './csl-item';
import { OTHERS, splitName } from './names';
import { ReadingBuilder, type CitationReading } from './record';
import { scanRis, type RisRecord } from './scan-ris';
import { arxivIn, venueLine } from './venue';

/** Reads a RIS file. A record without its end is read, and named. */
export function readRis(text: string): CitationReading {
  const builder = new ReadingBuilder();
  for (const record of scanRis(text, (...problem) => builder.problem(...problem))) {
    takeRecord(record, builder);
    if (!builder.hasRoom) break;
  }
  return builder.reading;
}

function takeRecord({ tags, line }: RisRecord, builder: ReadingBuilder): void {
  const all = (...names: string[]): string[] =>
    names.flatMap((name) => tags.get(name) ?? []).filter((value) => value.trim());
  const first = (...names: string[]): string => collapse(all(...names)[0] ?? '');
  const item: CslItem = { id: first('ID'), type: 'article', title: first('TI', 'T1', 'CT') };
  item.author = all('AU', 'A1').map((name) =>
    /^(?:et al\.?|others)$/i.test(name.trim()) ? { literal: OTHERS } : splitName(name),
  );
  const parts = dateParts(first('DA'), first('PY', 'Y1'));
  if (parts) item.issued = { 'date-parts': [parts] };
  const pages = [first('SP'), first('EP')].filter(Boolean).join('–');
  const venue = venueLine({
    container: first('T2', 'JO', 'JF', 'JA', 'BT'),
    volume: first('VL'),
    issue: first('IS'),
    pages,
  });
  if (venue) item['container-title'] = venue;
  const url = first('UR', 'L2', 'LK');
  const accessions = all('AN', 'M1', 'C7').map((value) => collapse(value));
  const arxiv = arxivIn([...accessions, first('T2', 'JO'), first('VL'), url].join(' '));
  if (arxiv) item.number = `arXiv:${arxiv}`;
  item.DOI = first('DO', 'M3').replace(/^(?!10\.|doi:|https?:).*$/i, '');
  item.URL = url;
  item.abstract = first('AB', 'N2');
  const subject = accessions.flatMap(
    (value) => /^arxiv:\S+ \[([\w.-]+)\]$/i.exec(value)?.[1] ?? [],
  );
  const ids = accessions.filter(
    (value) => /^[a-z0-9]+:\S+$/.test(value) && !/^arxiv:/i.test(value),
  );
  item.custom = { ids, ...(subject.length > 0 ? { categories: subject } : {}) };
  const key = first('ID');
  builder.take({
    paper: fromCsl(item),
    // Programs that write one line for all of them part them by semicolons or line breaks.
    tags: all('KW').length > 1 ? all('KW') : (all('KW')[0] ?? '').split(/[;\n]/),
    note: all('N1', 'RN').join('\n\n'),
    ...(key ? { citationKey: key } : {}),
    line,
  });
}

// `2024/05/23/`, with any of it missing; PY says the year at least.
function dateParts(date: string, year: string): number[] | undefined {
  const said = /^(\d{4})(?:[/-](\d{1,2})?)?(?:[/-](\d{1,2})?)?/.exec(date || year);
  const parts = said?.slice(1).filter(Boolean).map(Number);
  return parts && parts.length > 0 ? parts : undefined;
}
