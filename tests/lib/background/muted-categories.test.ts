import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { runDigest } from '../../../lib/background/digest';
import { DEFAULT_DIGEST, type DigestSettings } from '../../../lib/digest/digest-settings';
import { arxivAnnouncements } from '../../fixtures/answers/arxiv-rss';
import { dailyPapers } from '../../fixtures/answers/daily-papers';
import { inventPapers } from '../../fixtures/pages/invented-papers';
import { aWorker } from './a-worker';

const papers = inventPapers(3);
const announced = arxivAnnouncements(papers, ['new'], [['cs.LG'], ['cs.CL', 'cs.CY'], ['math.ST']]);
const HOUR = 60 * 60 * 1000;

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.notifications, 'create').mockResolvedValue('digest' as never);
});

/** The numbers of the papers that the digest of the day tells, made of what both sources say. */
async function told(chosen: Partial<DigestSettings>): Promise<string[]> {
  const worker = aWorker({
    fetch: (url) => {
      const isAnnouncement = new URL(String(url)).host === 'rss.arxiv.org';
      const votes = dailyPapers(papers, (n) => 30 - n, worker.time - 5 * HOUR);
      return Promise.resolve(new Response(isAnnouncement ? announced : votes));
    },
  });
  const digest = { ...DEFAULT_DIGEST, on: true, since: '2026-11-22', categories: ['cs.LG'] };
  await worker.settings.change({ digest: { ...digest, ...chosen } });
  await runDigest(worker);
  const items = (await worker.db.digests.toArray()).flatMap((digest) => digest.items);
  const kept = await worker.db.papers.bulkGet(items.map(({ paperId }) => paperId));
  return kept.map((paper) => paper!.ids[0]!).sort();
}

const watches = [{ id: 'w', kind: 'search' as const, text: 'study' }];
const muted = (...categories: string[]) => ({ words: [], authors: [], categories });

test.each([
  ['none', [], ['arxiv:2511.00001', 'arxiv:2511.00002', 'arxiv:2511.00003']],
  ['the first category of a paper', ['cs.LG'], ['arxiv:2511.00002', 'arxiv:2511.00003']],
  ['a further one', ['cs.CY'], ['arxiv:2511.00001', 'arxiv:2511.00003']],
  ['an archive', ['math'], ['arxiv:2511.00001', 'arxiv:2511.00002']],
  ['one of no paper', ['cs.RO'], ['arxiv:2511.00001', 'arxiv:2511.00002', 'arxiv:2511.00003']],
])('announced papers that a watch asks for, muted: %s', async (_, categories, left) => {
  expect(await told({ sources: ['arxiv-rss'], watches, muted: muted(...categories) })).toEqual(
    left,
  );
});

test.each([
  ['none', [], ['arxiv:2511.00001', 'arxiv:2511.00002', 'arxiv:2511.00003']],
  ['one that arXiv announced a paper in', ['cs.CY'], ['arxiv:2511.00001', 'arxiv:2511.00003']],
])('papers with votes elsewhere, muted: %s', async (_, categories, left) => {
  expect(await told({ muted: muted(...categories) })).toEqual(left);
});
