import { arxivOf, authorsOf, issuedOf, tagsOf, type CslItem } from './csl-item';

const COLUMNS: [name: string, value: (item: CslItem) => string | undefined][] = [
  ['key', ({ id }) => id],
  ['title', ({ title }) => title],
  ['authors', (item) => authorList(item)],
  ['year', (item) => issuedOf(item)?.slice(0, 4)],
  ['date', (item) => issuedOf(item)],
  ['venue', (item) => item['container-title']],
  ['doi', ({ DOI }) => DOI],
  ['arxiv', (item) => arxivOf(item)],
  ['url', ({ URL }) => URL],
  ['tags', (item) => tagsOf(item).join('; ')],
  ['status', ({ custom }) => custom?.status ?? 'unread'],
  ['note', ({ note }) => note],
  ['abstract', ({ abstract }) => abstract],
];

/**
 * A table by RFC 4180, in UTF-8 with a byte order mark, without which Excel reads another encoding.
 * A value that a spreadsheet would take for a formula begins with an apostrophe (OWASP, "CSV
 * Injection").
 */
export function writeCsv(items: readonly CslItem[]): string {
  return CSV_HEAD + csvRows(items);
}

/** The byte order mark and the names of the columns. */
export const CSV_HEAD = `\ufeff${COLUMNS.map(([name]) => name).join(',')}\r\n`;

/** One line for each item. */
export function csvRows(items: readonly CslItem[]): string {
  const row = (item: CslItem) => COLUMNS.map(([, value]) => cell(value(item) ?? ''));
  return items.map((item) => `${row(item).join(',')}\r\n`).join('');
}

function authorList(item: CslItem): string {
  const { authors, cut } = authorsOf(item);
  return [...authors, ...(cut ? ['et al.'] : [])].join('; ');
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
