import type { PreviewRow } from '../../lib/citations/preview';
import type { CitationProblem } from '../../lib/citations/record';

/** What an import would do with a line of the preview, as its filters name it. */
export const PREVIEW_KINDS = ['new', 'adds', 'conflict', 'same', 'repeated', 'bad'] as const;
export type PreviewKind = (typeof PREVIEW_KINDS)[number];

/** One line of the preview: a record, or what could not be read. */
export type PreviewLine =
  | { kind: Exclude<PreviewKind, 'bad'>; line: number; row: PreviewRow }
  | { kind: 'bad'; line: number; problem: CitationProblem };

/** Records and problems in the order of the file. */
export function previewLines(
  rows: readonly PreviewRow[],
  problems: readonly CitationProblem[],
): PreviewLine[] {
  return [
    ...rows.map((row): PreviewLine => ({ kind: kindOf(row), line: row.record.line, row })),
    ...problems.map((problem): PreviewLine => ({ kind: 'bad', line: problem.line, problem })),
  ].sort((a, b) => a.line - b.line);
}

function kindOf({ verdict }: PreviewRow): Exclude<PreviewKind, 'bad'> {
  if (verdict.kind !== 'known') return verdict.kind;
  return verdict.adds.length > 0 || !verdict.isSaved ? 'adds' : 'same';
}
