import { describe, expect, test } from 'vitest';
import { checkRecord } from '../../../lib/backup/check-record';
import { asBackupRecords } from '../../../lib/citations/as-backup';
import { toCsl } from '../../../lib/citations/csl';
import { preview, type KnownPaper, type Lookup } from '../../../lib/citations/preview';
import { readBibtex } from '../../../lib/citations/read-bibtex';
import { readCsl } from '../../../lib/citations/read-csl';
import { readIdList } from '../../../lib/citations/read-id-list';
import { readRis } from '../../../lib/citations/read-ris';
import type { CitationRecord } from '../../../lib/citations/record';
import { writeBiblatex } from '../../../lib/citations/write-biblatex';
import { writeBibtex } from '../../../lib/citations/write-bibtex';
import { writeCsl } from '../../../lib/citations/write-csl';
import { writeRis } from '../../../lib/citations/write-ris';
import { aliasKey, titleKey } from '../../../lib/identity';
import type { Paper } from '../../../lib/paper';
import { bestOfFive } from '../../best-of-five';

const abstract =
  'Moss grows slowly, and so do the data about it. We present a network of volunteers and cheap cameras that has watched four hundred stones for nine years, and find that most of them are still stones, which no model had foreseen.';

function known(id: string, more: Partial<Paper> = {}): KnownPaper {
  const title = more.title ?? `Nine Years of Watching Moss on Stone ${id}`;
  const paper: Paper = {
    id,
    title,
    titleKey: titleKey(title),
    authors: ['Jan van den Berg', 'Éva Müller'],
    abstract,
    publishedAt: '2024-05-23',
    venue: 'Journal of Tides',
    ids: [`arxiv:2405.${id}`, `doi:10.1234/Tide.${id}`],
    links: [],
    versions: [],
    firstSite: 'arxiv',
    ...more,
  };
  return { paper, entry: { note: 'Read *again*.\n\n  soon', status: 'reading' }, tags: ['Sea'] };
}

function lookupIn(library: readonly KnownPaper[]): Lookup {
  const byKey = new Map<string, KnownPaper[]>();
  for (const each of library)
    for (const key of [...each.paper.ids.map(aliasKey), each.paper.titleKey])
      byKey.set(key, [...(byKey.get(key) ?? []), each]);
  return (keys) => [...keys.aliases, keys.titleKey].flatMap((key) => byKey.get(key) ?? []);
}

const library = ['00001', '00002', '00003'].map((id) => known(id));
const lookup = lookupIn(library);
const record = (fields: string): CitationRecord => readBibtex(`@misc{k, ${fields}}`).records[0]!;
const verdict = (fields: string) => preview([record(fields)], lookup)[0]!.verdict;

describe('one’s own export', () => {
  const items = library.map(({ paper, entry, tags }) =>
    toCsl({ paper, tags, note: entry!.note, status: entry!.status }, paper.id),
  );
  const files = {
    BibTeX: readBibtex(writeBibtex(items)),
    BibLaTeX: readBibtex(writeBiblatex(items)),
    RIS: readRis(writeRis(items)),
    'CSL-JSON': readCsl(writeCsl(items)),
  };
  test.each(Object.entries(files))('as %s is known, and changes nothing', (_, { records }) => {
    expect(preview(records, lookup).map((row) => row.verdict)).toEqual(
      library.map(({ paper }) => ({ kind: 'known', paperId: paper.id, isSaved: true, adds: [] })),
    );
  });
});

describe('a record', () => {
  test('of a paper that is not here is new', () => {
    expect(verdict('title={Kites on One Line}, eprint={2401.01234}')).toEqual({ kind: 'new' });
  });

  test('says what it would add', () => {
    const bare = known('00009', { abstract: undefined, venue: undefined });
    const said = record(
      `title={${bare.paper.title}}, eprint={2405.00009}, abstract={${abstract}}, keywords={sea, stones}, journal={Nature}`,
    );
    expect(preview([said], lookupIn([bare]))[0]!.verdict).toEqual({
      kind: 'known',
      paperId: '00009',
      isSaved: true,
      adds: ['venue', 'abstract', 'tags'],
    });
  });

  test('says where it differs', () => {
    const fields =
      'title={Ten Years of Moss}, author={A. Nother}, year=2020, journal={Nature}, eprint={2405.00001}, doi={10.9999/other}, abstract={Short.}, annote={Mine.}, readstatus={read}';
    expect(verdict(fields)).toEqual({
      kind: 'conflict',
      paperId: '00001',
      isSaved: true,
      adds: [],
      differs: ['title', 'authors', 'year', 'venue', 'ids', 'abstract', 'note', 'status'],
    });
  });

  test('without identifiers is known by title and abstract, or by title, names and year', () => {
    const { title } = library[1]!.paper;
    expect(verdict(`title={${title}}, abstract={${abstract}}`)).toMatchObject({ kind: 'known' });
    expect(verdict(`title={${title}}, author={Berg, J. and Müller, E.}, year=2024`)).toMatchObject({
      kind: 'known',
      paperId: '00002',
    });
    expect(verdict(`title={${title}}, author={Nother, A.}, year=2024`)).toEqual({ kind: 'new' });
  });

  test('of a mere number is known, and does not rename the paper', () => {
    const { records } = readIdList('2405.00003\nhttps://arxiv.org/abs/2405.00003\n2401.01234');
    expect(preview(records, lookup).map((row) => row.verdict)).toEqual([
      { kind: 'known', paperId: '00003', isSaved: true, adds: [] },
      { kind: 'repeated', of: 1 },
      { kind: 'new' },
    ]);
  });
});

test('records go the way of a backup, and pass its checks', () => {
  const { records } = readBibtex(
    `@misc{a, title={Kites on One Line}, author={A B}, eprint={2401.01234}, keywords={sea, Wind}, annote={x}, readstatus={read}}
     @misc{b, title={Moss}, keywords={wind}}`,
  );
  let id = 0;
  const rows = asBackupRecords(records, { now: 1_000, newId: () => `id${id++}` });
  const checked = rows.map(checkRecord);
  expect(checked.filter((each) => 'bad' in each)).toEqual([]);
  expect(checked.map((each) => ('record' in each ? each.record : undefined))).toMatchObject([
    [
      'papers',
      { id: 'id0', title: 'Kites on One Line', firstSite: 'import', ids: ['arxiv:2401.01234'] },
    ],
    ['papers', { id: 'id3', title: 'Moss', titleKey: '' }],
    ['tags', { id: 'id1', name: 'sea', nameKey: 'sea', color: 0 }],
    ['tags', { id: 'id2', name: 'Wind', nameKey: 'wind', color: 1 }],
    ['library', { paperId: 'id0', tagIds: ['id1', 'id2'], note: 'x', status: 'read', clocks: {} }],
    ['library', { paperId: 'id3', tagIds: ['id2'], note: '', status: 'unread' }],
  ]);
});

test('time grows with the records, also where all share a title', () => {
  const many = (n: number) =>
    readBibtex(
      Array.from(
        { length: n },
        (_, i) => `@misc{k, title={Nine Years of Watching Moss on a Stone}, doi={10.1234/${i}}}\n`,
      ).join(''),
    ).records;
  const [small, large] = [many(500), many(1000)];
  const [once, twice] = bestOfFive(
    () => preview(small, lookup),
    () => preview(large, lookup),
  );
  expect(twice!).toBeLessThan(Math.max(3 * once!, 30));
});
