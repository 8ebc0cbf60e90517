import type { CslItem } from './csl-item';
import { writeBiblatex } from './write-biblatex';
import { writeBibtex } from './write-bibtex';
import { cslLines } from './write-csl';
import { CSV_HEAD, csvRows } from './write-csv';
import { articles, htmlFrame, type HtmlTexts } from './write-html';
import { writeMarkdown } from './write-markdown';
import { writeRis } from './write-ris';

/** A format whose file is written piece by piece: `head`, slices with `between` them, `tail`. */
export interface SliceWriter {
  head: string;
  slice(items: readonly CslItem[]): string;
  between: string;
  tail: string;
  /** Ending and media type of the file. */
  extension: string;
  type: string;
}

const plain = { head: '', between: '\n', tail: '' };
const BIB = { ...plain, extension: 'bib', type: 'application/x-bibtex' };

const WRITERS = {
  bibtex: { ...BIB, slice: writeBibtex },
  biblatex: { ...BIB, slice: writeBiblatex },
  ris: {
    ...plain,
    between: '\r\n',
    slice: writeRis,
    extension: 'ris',
    type: 'application/x-research-info-systems',
  },
  csl: {
    head: '[\n',
    between: ',\n',
    tail: '\n]\n',
    slice: cslLines,
    extension: 'json',
    type: 'application/vnd.citationstyles.csl+json',
  },
  markdown: { ...plain, slice: writeMarkdown, extension: 'md', type: 'text/markdown' },
  csv: {
    head: CSV_HEAD,
    between: '',
    tail: '',
    slice: csvRows,
    extension: 'csv',
    type: 'text/csv',
  },
} satisfies Record<string, SliceWriter>;

/** The writer of a format; slices written one after the other give what the whole would. */
export async function sliceWriter(
  format: keyof typeof WRITERS | 'html',
  texts: HtmlTexts,
): Promise<SliceWriter> {
  if (format !== 'html') return WRITERS[format];
  const frame = await htmlFrame(texts);
  return { ...frame, between: '', slice: articles, extension: 'html', type: 'text/html' };
}
