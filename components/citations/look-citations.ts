import { lookupKeys, preview, type PreviewRow } from '../../lib/citations/preview';
import { readBibtex } from '../../lib/citations/read-bibtex';
import { readCsl } from '../../lib/citations/read-csl';
import { readIdList } from '../../lib/citations/read-id-list';
import { readPaperMemory } from '../../lib/citations/read-papermemory';
import { readRis } from '../../lib/citations/read-ris';
import type { CitationProblem } from '../../lib/citations/record';
import { readKnownPapers, type KnownInFull } from '../../lib/db/known-papers';
import { db } from '../../lib/db/open';
import type { PaperId } from '../../lib/paper';
import type { Source } from './import-source';

const READERS = {
  bibtex: readBibtex,
  ris: readRis,
  csl: readCsl,
  papermemory: readPaperMemory,
  'id-list': readIdList,
};

export type CitationSource = Extract<Source, { kind: 'citations' }>;

/** What a file holds and what an import of it would do; nothing is written. */
export interface Looked {
  rows: PreviewRow[];
  problems: CitationProblem[];
  /** Papers that are here and that a record may mean. */
  known: ReadonlyMap<PaperId, KnownInFull>;
}

/** Reads a file of citations and compares it with what is here. */
export async function lookCitations(source: CitationSource): Promise<Looked> {
  const { records, problems } = READERS[source.format](source.text);
  const { byId, lookup } = await readKnownPapers(db, records.map(lookupKeys));
  const rows = preview(records, lookup);
  const whole: CitationProblem[] = source.problem ? [{ line: 1, reason: source.problem }] : [];
  return { rows, problems: [...whole, ...problems], known: byId };
}
