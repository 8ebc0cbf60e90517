import { decodeBytes, sniff, type CitationFormat } from '../../lib/citations/sniff';
import { FILE_CAPS } from '../../lib/citations/record';
import { FORMAT, MAX_BYTES } from '../../lib/backup/format';
import type { ProblemReason } from '../../lib/citations/record';

const HEAD_BYTES = 4_096;

/** What the user gave to be imported. */
export type Source =
  | { kind: 'listing'; name: string; text: string }
  | {
      kind: 'citations';
      name: string;
      text: string;
      format: Exclude<CitationFormat, 'backup'>;
      /** What is wrong with the file as a whole: its letters. */
      problem?: ProblemReason;
    }
  | { kind: 'backup'; name: string; file: File }
  | { kind: 'tooBig'; name: string };

/** What a pasted text is; `name` stands for a file's. */
export function sourceOfText(text: string, name: string, problem?: ProblemReason): Source {
  const format = sniff(text);
  if (format === 'backup') return { kind: 'backup', name, file: new File([text], name) };
  if (!format) return { kind: 'listing', name, text };
  return { kind: 'citations', name, text, format, ...(problem ? { problem } : {}) };
}

/** What a file is. Of a backup, which may be large, only the beginning is read here. */
export async function sourceOfFile(file: File): Promise<Source> {
  const name = file.name.slice(0, 200);
  const head = await file.slice(0, HEAD_BYTES).text();
  const isBackup = /^\s*\{/.test(head) && head.includes(`"${FORMAT}"`);
  if (file.size > (isBackup ? MAX_BYTES : FILE_CAPS.bytes)) return { kind: 'tooBig', name };
  if (isBackup) return { kind: 'backup', name, file };
  const decoded = decodeBytes(new Uint8Array(await file.arrayBuffer()));
  if (!('text' in decoded)) return { kind: 'tooBig', name };
  return sourceOfText(decoded.text, name, decoded.problem);
}
