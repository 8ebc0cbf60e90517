import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handlers } from '../../lib/background/handlers';
import { receive } from '../../lib/background/receive';
import { stageImport } from '../../lib/backup/send-import';
import { toCsl } from '../../lib/citations/csl';
import { lookupKeys, preview } from '../../lib/citations/preview';
import { readBibtex } from '../../lib/citations/read-bibtex';
import { readCsl } from '../../lib/citations/read-csl';
import { readRis } from '../../lib/citations/read-ris';
import type { CitationRecord } from '../../lib/citations/record';
import { writeBibtex } from '../../lib/citations/write-bibtex';
import { writeCsl } from '../../lib/citations/write-csl';
import { writeRis } from '../../lib/citations/write-ris';
import { readKnownPapers } from '../../lib/db/known-papers';
import { importToUndo } from '../../lib/db/last-import';
import { paperRows } from '../../lib/db/list';
import { planImport, type Choice } from '../../lib/import-plan';
import type { send as Send } from '../../lib/send';
import { aWorker, type TestWorker } from './background/a-worker';

const ORIGIN = 'chrome-extension://offprint/';
const ABSTRACT =
  'Owls sit still, and so do most cameras. We watched eleven owls for a winter with cameras that cost less than a lunch, and report what moved: mostly the branches, twice a fox, and once, at length, an owl.';

let worker: TestWorker;
let send: typeof Send;
beforeEach(() => {
  worker = aWorker();
  const sender = { url: `${ORIGIN}library.html` };
  send = (async (name: string, payload: unknown) => {
    const reply = await receive(worker, handlers, { name, payload }, sender, ORIGIN);
    if (!reply.ok) throw new Error(reply.error);
    return reply.value;
  }) as typeof Send;
});

/** Two saved papers, one of them with a tag, a note and a status. */
async function library(): Promise<string[]> {
  const row = (n: number, title: string) => ({
    title,
    authors: ['Ada Example', 'Bo Sample'],
    abstract: `${ABSTRACT} Part ${n}.`,
    publishedAt: '2024-05-23',
    ids: [`arxiv:2405.0000${n}`],
    links: [{ rel: 'page' as const, href: `https://arxiv.org/abs/2405.0000${n}` }],
  });
  const rows = [row(1, 'Eleven Owls and a Cheap Camera'), row(2, 'What Moves at Night in a Wood')];
  const { paperIds } = await send('addPapers', { op: 'add-papers', rows, from: 'f', save: true });
  const [first] = paperIds;
  await send('tagPapers', { op: 'tag-papers', paperIds: [first!], add: ['owls'], remove: [] });
  await send('setNote', { op: 'set-note-1', paperId: first!, note: 'Mine.' });
  await send('setStatus', { op: 'set-status', paperIds: [first!], status: 'reading' });
  return paperIds;
}

async function take(records: readonly CitationRecord[], choice: Choice = 'mine') {
  const { db } = worker;
  const known = await readKnownPapers(db, records.map(lookupKeys), new AbortController().signal);
  const rows = preview(records, known.lookup);
  let id = 0;
  const plan = planImport(rows, {
    now: worker.now(),
    newId: () => `new-${id++}`,
    known: (paperId) => known.byId.get(paperId),
    choice: () => choice,
  });
  const staged = await stageImport({ records: plan.records, problems: [] }, send);
  expect(staged.bad).toEqual([]);
  const { importId } = staged;
  await send('commitImport', { importId, mode: 'add', taken: plan.taken });
  return { importId, plan, verdicts: rows.map(({ verdict }) => verdict) };
}

const TABLES = ['papers', 'aliases', 'library', 'tags', 'journal', 'sightings'] as const;
const everything = async () =>
  Object.fromEntries(
    await Promise.all(TABLES.map(async (name) => [name, await worker.db.table(name).toArray()])),
  ) as Record<(typeof TABLES)[number], object[]>;

describe('one’s own export, taken in again', () => {
  it.each([
    ['BibTeX', writeBibtex, readBibtex],
    ['RIS', writeRis, readRis],
    ['CSL-JSON', writeCsl, readCsl],
  ])('as %s changes nothing at all', async (_, write, read) => {
    const ids = await library();
    const rows = await paperRows(worker.db, ids);
    const items = rows.map(({ paper, entry, tags }) =>
      toCsl(
        { paper, tags: tags.map(({ name }) => name), note: entry!.note, status: entry!.status },
        paper.id,
      ),
    );
    const before = await everything();
    const { plan } = await take(read(write(items)).records);
    expect(plan).toEqual({ records: [], taken: [], papers: 0 });
    expect(await everything()).toEqual(before);
  });
});

describe('an import', () => {
  it('adds what the preview names and nothing else, and goes back by one message', async () => {
    const [first, second] = await library();
    const before = await everything();
    worker.time += 60_000;
    const { records } = readBibtex(`
      @misc{a, title={Eleven Owls and a Cheap Camera}, author={Ada Example and Bo Sample and Cy More},
        year=2024, month=may, day=23, eprint={2405.00001}, archivePrefix={arXiv}, journal={Field Notes},
        abstract={${ABSTRACT} Part 1. And a longer end than the one that is here.},
        keywords={night}, annote={Theirs.}}
      @misc{b, title={What Moves at Night in a Wood}, eprint={2405.00002}, archivePrefix={arXiv}, annote={New note.}, readstatus={read}}
      @misc{c, title={A Fox, Once}, author={Di New}, year=2025, keywords={Owls, fox}, annote={n}}`);
    const { importId, verdicts } = await take(records);
    expect(verdicts).toMatchObject([
      { kind: 'conflict', adds: ['venue', 'tags'], differs: ['authors', 'abstract', 'note'] },
      { kind: 'known', adds: ['note', 'status'] },
      { kind: 'new' },
    ]);
    const [one, two] = await paperRows(worker.db, [first!, second!]);
    expect(one!.paper).toMatchObject({
      authors: ['Ada Example', 'Bo Sample'],
      abstract: `${ABSTRACT} Part 1.`,
      venue: 'Field Notes',
    });
    expect(one!.entry).toMatchObject({ note: 'Mine.', status: 'reading' });
    expect(one!.tags.map(({ name }) => name)).toEqual(['owls', 'night']);
    expect(two!.entry).toMatchObject({ note: 'New note.', status: 'read', tagIds: [] });
    const fox = (await worker.db.papers.toArray()).find(({ title }) => title === 'A Fox, Once');
    const [three] = await paperRows(worker.db, [fox!.id]);
    expect(three!.tags.map(({ name }) => name)).toEqual(['owls', 'fox']);
    expect(three!.entry).toMatchObject({ note: 'n', status: 'unread' });

    expect(await importToUndo(worker.db)).toBe(importId);
    await send('revertImport', { importId });
    expect(await everything()).toEqual(before);
  });

  it('takes the file’s word where the reader says so', async () => {
    const [first] = await library();
    const { records } = readBibtex(
      `@article{a, title={Twelve Owls and a Cheap Camera}, author={Ada Example}, year=2023, journal={Field Notes},
        eprint={2405.00001}, archivePrefix={arXiv}, abstract={Short.}, annote={Theirs.}, readstatus={archived}}`,
    );
    await take(records, 'theirs');
    const [row] = await paperRows(worker.db, [first!]);
    expect(row!.paper).toMatchObject({
      title: 'Twelve Owls and a Cheap Camera',
      authors: ['Ada Example'],
      publishedAt: '2023-01-01',
      venue: 'Field Notes',
      abstract: 'Short.',
      abstractFrom: 'import',
    });
    expect(row!.entry).toMatchObject({ note: 'Theirs.', status: 'archived' });
    expect(row!.tags.map(({ name }) => name)).toEqual(['owls']);
  });

  it('saves a paper that is here and was not saved', async () => {
    const rows = [{ title: 'A Wood by Day', authors: [], ids: ['arxiv:2405.00009'], links: [] }];
    await send('addPapers', { op: 'add-papers', rows, from: 'f', save: false });
    const { records } = readBibtex('@misc{a, title={A Wood by Day}, eprint={2405.00009}}');
    const { plan } = await take(records);
    expect(plan.papers).toBe(1);
    expect(await worker.db.papers.count()).toBe(1);
    expect(await worker.db.library.count()).toBe(1);
  });

  it('that meets a full disk changes nothing, and says what is wrong', async () => {
    await library();
    const before = await everything();
    const { records } = readBibtex('@misc{a, title={A Fox, Once}, author={Di New}, year=2025}');
    vi.spyOn(worker.db.table('library'), 'bulkPut').mockRejectedValue(
      new DOMException('full', 'QuotaExceededError'),
    );
    await expect(take(records)).rejects.toThrow(/./);
    vi.restoreAllMocks();
    expect(await everything()).toEqual(before);
  });
});
