import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arxivNew } from '../fixtures/pages/arxiv';
import { inventPapers } from '../fixtures/pages/invented-papers';
import { axeFindings, launch, readDatabase, until, type Session, tell } from './browser';

const LISTING = 'https://arxiv.org/list/cs.LG/new';
const PAGES = [
  'popup.html',
  'sidepanel.html',
  'digest.html',
  'library.html',
  'options.html',
  'welcome.html',
];
const SCHEMES = ['light', 'dark'] as const;

let session: Session;

beforeAll(async () => {
  session = await launch();
  session.network.serve(LISTING, arxivNew(inventPapers(3)));
});
afterAll(() => session?.close());

function axeFindsNothing() {
  it.each(PAGES.flatMap((page) => SCHEMES.map((scheme) => [page, scheme] as const)))(
    'in %s, %s',
    async (address, scheme) => {
      const page = await session.openExtension(address);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.getByRole('main').or(page.getByRole('tablist')).first().waitFor();
      // Sections, counts and pictures that come after the first paint.
      await page.waitForTimeout(500);
      expect(await axeFindings(page)).toEqual([]);
      await page.close();
    },
  );
}

// The two stand in this order: the papers of the second are there for good.
describe('axe finds nothing, with no paper', axeFindsNothing);

describe('axe finds nothing, with three papers, one saved and tagged', () => {
  beforeAll(async () => {
    await (await session.open(LISTING)).bringToFront();
    const { papers } = await until(
      'three papers',
      () => readDatabase(session),
      (stored) => stored.papers.length === 3,
    );
    const op = crypto.randomUUID();
    const asked = { op, paperIds: [papers[0]!.id], add: ['agents'], remove: [] };
    const added = await tell(session, 'tagPapers', asked);
    expect(added).toMatchObject({ ok: true });
    const stored = await readDatabase(session);
    expect([stored.library.length, stored.tags.length]).toEqual([1, 1]);
  });
  axeFindsNothing();
});
