import { expect, test } from 'vitest';
import { toCsl } from '../../../lib/citations/csl';
import type { CslItem } from '../../../lib/citations/csl-item';
import { writeBiblatex } from '../../../lib/citations/write-biblatex';
import { writeBibtex } from '../../../lib/citations/write-bibtex';
import { writeCsl } from '../../../lib/citations/write-csl';
import { writeCsv } from '../../../lib/citations/write-csv';
import { writeHtml } from '../../../lib/citations/write-html';
import { writeMarkdown } from '../../../lib/citations/write-markdown';
import { writeRis } from '../../../lib/citations/write-ris';
import { sliceWriter } from '../../../lib/citations/write-slices';
import { zoteroItem } from '../../../lib/citations/write-zotero';
import { zoteroItemSchema } from '../../../lib/zotero-schema';

const texts = { language: 'en', heading: 'Owls & others', searchLabel: 'Search' };
const items: CslItem[] = ['Owls', 'Foxes', 'Moss', 'Tides', 'Kites'].map((word, n) =>
  toCsl(
    {
      paper: {
        title: `${word} at Night, “Again”`,
        authors: ['Jan van den Berg', 'Gemma Team'],
        publishedAt: '2024-05-23',
        ids: [`arxiv:2405.0000${n}`],
        links: [],
        ...(n % 2 ? { venue: 'Journal of Tides' } : {}),
      },
      tags: ['a', 'b'],
      note: 'One <b>.\n\nTwo',
    },
    `key${n}`,
  ),
);

test.each([
  ['bibtex', writeBibtex],
  ['biblatex', writeBiblatex],
  ['ris', writeRis],
  ['csl', writeCsl],
  ['markdown', writeMarkdown],
  ['csv', writeCsv],
  ['html', (all: readonly CslItem[]) => writeHtml(all, texts)],
] as const)('%s written in slices is the whole', async (format, whole) => {
  const { head, slice, between, tail } = await sliceWriter(format, texts);
  const slices = [items.slice(0, 2), items.slice(2, 3), items.slice(3)].map(slice);
  expect(head + slices.join(between) + tail).toBe(await whole(items));
});

test('an item for Zotero has its fields, and passes the check of messages', () => {
  const [preprint, journal] = items.map(zoteroItem);
  expect(preprint).toEqual({
    id: 'key0',
    itemType: 'preprint',
    title: 'Owls at Night, “Again”',
    creators: [
      { creatorType: 'author', firstName: 'Jan', lastName: 'van den Berg' },
      { creatorType: 'author', lastName: 'Gemma Team', fieldMode: 1 },
    ],
    date: '2024-05-23',
    url: 'https://arxiv.org/abs/2405.00000',
    repository: 'arXiv',
    archiveID: 'arXiv:2405.00000',
    extra: 'Citation Key: key0\narXiv: 2405.00000',
    tags: [{ tag: 'a' }, { tag: 'b' }],
    notes: [{ note: '<p>One &lt;b&gt;.</p><p>Two</p>' }],
    attachments: [],
  });
  expect(journal).toMatchObject({
    itemType: 'journalArticle',
    publicationTitle: 'Journal of Tides',
  });
  expect([preprint, journal].map((item) => zoteroItemSchema.safeParse(item).success)).toEqual([
    true,
    true,
  ]);
});
