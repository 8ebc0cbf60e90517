import { FORMAT } from '../backup/format';
import { paperIn } from './read-id-list';
import { FILE_CAPS, type ProblemReason } from './record';

/** What a file of papers may be. `backup` is read by `lib/backup`. */
export type CitationFormat = 'bibtex' | 'ris' | 'csl' | 'papermemory' | 'id-list' | 'backup';

/** The text of a file, or why there is none; `encoding`: it was not UTF-8, letters may be wrong. */
export type Decoded = { text: string; problem?: ProblemReason } | { problem: ProblemReason };

/** UTF-8, or UTF-16 where a byte order mark says so; what is neither is read as windows-1252. */
export function decodeBytes(bytes: Uint8Array): Decoded {
  if (bytes.length > FILE_CAPS.bytes) return { problem: 'tooBig' };
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), problem: 'encoding' };
  }
}

/** The format of a text; undefined where it is none of them. */
export function sniff(text: string): CitationFormat | undefined {
  const start = text.slice(0, 100_000).replace(/^\s+/, '');
  if (start.startsWith('{') || start.startsWith('[')) return jsonFormat(start);
  if (/^TY {1,2}- ?/m.test(start)) return 'ris';
  if (/^[ \t]*@[A-Za-z]{1,40}\s{0,20}[{(]/m.test(start)) return 'bibtex';
  const lines = start.split('\n', 2_000);
  return lines.some((line) => paperIn(line.slice(0, 4_000).trim())) ? 'id-list' : undefined;
}

function jsonFormat(start: string): CitationFormat | undefined {
  if (start.slice(0, 200).includes(`"${FORMAT}"`)) return 'backup';
  if (/"__dataVersion"|"pdfLink"|"codeLink"/.test(start)) return 'papermemory';
  return /"(?:title|type|DOI|URL)"\s*:/.test(start) ? 'csl' : undefined;
}
