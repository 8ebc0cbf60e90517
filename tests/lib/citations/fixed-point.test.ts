import { expect, test } from 'vitest';
import { toCsl } from '../../../lib/citations/csl';
import { preview, type KnownPaper } from '../../../lib/citations/preview';
import { readBibtex } from '../../../lib/citations/read-bibtex';
import { readCsl } from '../../../lib/citations/read-csl';
import { readRis } from '../../../lib/citations/read-ris';
import { sniff } from '../../../lib/citations/sniff';
import { writeBiblatex } from '../../../lib/citations/write-biblatex';
import { writeBibtex } from '../../../lib/citations/write-bibtex';
import { writeCsl } from '../../../lib/citations/write-csl';
import { writeRis } from '../../../lib/citations/write-ris';
import { normalise, titleKey } from '../../../lib/identity';
import { describeWithShared } from '../../shared-folder';
import { dailyPapers, keyed, seedPapers, type LibraryPaper } from './real-papers';

const formats = {
  BibTeX: { write: writeBibtex, read: readBibtex, name: 'bibtex' },
  BibLaTeX: { write: writeBiblatex, read: readBibtex, name: 'bibtex' },
  RIS: { write: writeRis, read: readRis, name: 'ris' },
  'CSL-JSON': { write: writeCsl, read: readCsl, name: 'csl' },
};

describeWithShared('real papers, out and in and out again', () => {
  const sources: [string, () => LibraryPaper[], number][] = [
    ['1,000 of hf-daily', () => dailyPapers(1000), 1000],
    ['the seed listing', seedPapers, 233],
  ];
  for (const [source, papers, count] of sources)
    for (const [format, { write, read, name }] of Object.entries(formats))
      test(`${source} as ${format}`, () => {
        const library = keyed(papers());
        const text = write(library.map(([cited, key]) => toCsl(cited, key)));
        expect(sniff(text)).toBe(name);
        const { records, problems } = read(text);
        expect(problems).toEqual([]);
        expect(records).toHaveLength(count);
        records.forEach((record, i) => {
          const [{ paper, tags, note }, key] = library[i]!;
          expect(record).toMatchObject({ citationKey: key, note });
          expect(record.tags).toEqual(tags);
          expect(record.paper).toMatchObject({
            title: paper.title.normalize('NFC'),
            authors: paper.authors.map((author) => author.normalize('NFC')),
            ids: paper.ids,
            links: paper.links,
          });
          expect(record.paper.abstract).toBe(paper.abstract?.normalize('NFC'));
          expect(record.paper.publishedAt).toBe(paper.publishedAt);
        });
        const again = write(
          records.map((record) => toCsl({ ...record, paper: record.paper }, record.citationKey!)),
        );
        expect(again).toBe(text);

        const here = library.map(([{ paper, tags, note }]): KnownPaper => {
          const row = { ...paper, titleKey: titleKey(paper.title), versions: [], firstSite: 'x' };
          return { paper: row, entry: { note, status: 'unread' }, tags };
        });
        const byKey = new Map(
          here.flatMap((known) => [
            ...known.paper.ids.map((key) => [key, known] as const),
            [known.paper.titleKey || normalise(known.paper.title), known] as const,
          ]),
        );
        const rows = preview(records, ({ aliases, titleKey: key, title }) =>
          [...aliases, key || title].flatMap((name) => byKey.get(name) ?? []),
        );
        const changed = rows.filter(
          ({ verdict }) => verdict.kind !== 'known' || verdict.adds.length > 0,
        );
        expect(changed.map(({ verdict, record }) => [record.paper.title, verdict])).toEqual([]);
      });
});
