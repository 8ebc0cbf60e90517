import { lookupKeys, preview, type PreviewRow } from '../../lib/citations/preview';
import { readBibtex } from '../../lib/citations/read-bibtex';
import { readCsl } from '../../lib/citations/read-csl';
import { readIdList } from '../../lib/citations/read-id-list';
import { readPaperMemory } from '../../lib/citations/read-papermemory';
import { readRis } from '../../lib/citations/read-ris';
import type { CitationProblem } from '../../lib/citations/record';
import { readKnownPapers, type KnownPapers } from '../../lib/db/known-papers';
import { db } from '../../lib/db/open';
import { breathe } from './breathe';
import type { Source } from './import-source';

const READERS = {
  bibtex: readBibtex,
  ris: readRis,
  csl: readCsl,
  papermemory: readPaperMemory,
  'id-list': readIdList,
};

/** What a file holds and what an import of it would do; nothing is written. */
export interface Looked {
  rows: PreviewRow[];
  problems: CitationProblem[];
  known: KnownPapers;
}

/**
 * Reads a file of citations and compares it with what is here.
 * @throws the signal's reason when it was cancelled
 */
export async function readCitations(
  source: Extract<Source, { kind: 'citations' }>,
  signal: AbortSignal,
): Promise<Looked> {
  await breathe();
  const { records, problems } = READERS[source.format](source.text);
  await breathe();
  signal.throwIfAborted();
  const known = await readKnownPapers(db, records.map(lookupKeys), signal);
  const rows = preview(records, known.lookup);
  const whole: CitationProblem[] = source.problem ? [{ line: 1, reason: source.problem }] : [];
  return { rows, problems: [...whole, ...problems], known };
}
