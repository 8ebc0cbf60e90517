import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arxivNew } from '../fixtures/pages/arxiv';
import { inventPapers, type InventedPaper } from '../fixtures/pages/invented-papers';
import { launch, readDatabase, reset, until, untilUnchanged, type Session } from './browser';

const LISTING = 'https://arxiv.org/list/cs.CR/new';
const invented = inventPapers(8);

const titles = [
  '<img src=x onerror="window.__ran=1">An Image That Is Not There Breaks Nothing',
  '</script><script>window.__ran=1</script>Closing What Was Never Opened by the Page',
  'Read \u202Eward-to-left\u202C from Right to Left and Back Again',
  'A Null\u0000Byte in the Middle of an Otherwise Sane Title',
  '__proto__',
  'constructor',
  `Long ${'and longer '.repeat(95_000)}`,
  'javascript:alert(1) as a Title for a Survey of Addresses',
];

describe('a hostile listing', () => {
  let session: Session;
  beforeAll(async () => {
    session = await launch();
  });
  afterAll(() => session?.close());
  beforeEach(() => reset(session));

  const rows = titles.map((title, i): InventedPaper => ({ ...invented[i]!, title }));

  it('is text on screen, capped, and executes nothing in page or popup', async () => {
    session.network.serve(LISTING, arxivNew(rows));
    const page = await session.open(LISTING);
    const stored = await untilUnchanged(() => readDatabase(session));
    expect(stored.papers).toHaveLength(titles.length);
    for (const paper of stored.papers) {
      expect(paper.title.length).toBeLessThanOrEqual(1_000);
      expect(paper.title).not.toMatch(/[\u0000-\u0008\u202a-\u202e]/);
    }
    const popup = await session.openExtension('popup.html');
    await popup.waitForTimeout(300);
    for (const tab of [page, popup])
      expect(await tab.evaluate(() => Reflect.get(window, '__ran') as unknown)).toBeUndefined();
    expect(await popup.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
    expect(session.errors.filter((error) => error.from === 'extension')).toEqual([]);
  });

  it('with 10,000 nested nodes leaves page and popup alive', async () => {
    const deep = `${'<div>'.repeat(10_000)}${'</div>'.repeat(10_000)}`;
    session.network.serve(LISTING, arxivNew(invented).replace('</dl>', `</dl>${deep}`));
    const page = await session.open(LISTING);
    await until(
      'eight papers',
      () => readDatabase(session),
      ({ papers }) => papers.length === invented.length,
    );
    await page.evaluate(() => {
      let innermost: Element = document.body;
      while (innermost.lastElementChild) innermost = innermost.lastElementChild;
      for (let i = 0; i < 1_000; i++)
        innermost = innermost.appendChild(document.createElement('div'));
    });
    expect(await page.evaluate(() => 1 + 1)).toBe(2);
    const popup = await session.openExtension('popup.html');
    expect(await popup.evaluate(() => document.body.isConnected)).toBe(true);
  });
});
