import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arxivNew, arxivPair } from '../fixtures/pages/arxiv';
import { huggingFaceCard, huggingFaceDay } from '../fixtures/pages/hugging-face';
import { inventPapers } from '../fixtures/pages/invented-papers';
import {
  launch,
  press,
  readDatabase,
  reset,
  until,
  type Chrome,
  type Session,
  tell,
} from './browser';
import { hosts, picture, texts, untilControls, openListing, untilSaved } from './page-controls';

declare const chrome: Chrome;

const NEW = 'https://arxiv.org/list/cs.SE/new';
const DAY = 'https://huggingface.co/papers/date/2025-11-21';
const WEEK = 'https://huggingface.co/papers/week/2025-W47';
const papers = inventPapers(12);

describe('what stands in a listing page', () => {
  let session: Session;
  beforeAll(async () => {
    session = await launch();
  });
  afterAll(() => session?.close());
  beforeEach(() => reset(session));
  afterEach(() => expect(session.errors).toEqual([]));

  const open = (url: string, html: string) => openListing(session, url, html);
  const saved = (count: number) => untilSaved(session, count);
  const say = (name: string, payload: unknown) => tell(session, name, payload);

  it('reads late rows once', async () => {
    const page = await open(NEW, arxivNew(papers.slice(0, 4)));
    for (const [i, paper] of papers.slice(4).entries()) {
      await page.evaluate(
        (pair) => document.querySelector('dl')!.insertAdjacentHTML('beforeend', pair),
        arxivPair(paper, i + 5, true),
      );
    }
    await untilControls(page, (names) => names.length === 12);
    const { sightings } = await readDatabase(session);
    expect(sightings).toHaveLength(12);
    expect(await hosts(page)).toEqual({ control: 12, corner: 1, sheet: 1 });
  });

  it('puts controls back once when a script renders the list anew', async () => {
    const page = await open(NEW, arxivNew(papers));
    for (let i = 0; i < 3; i++) {
      await page.evaluate(() => {
        const list = document.querySelector('dl')!;
        for (const host of list.querySelectorAll('[data-offprint]')) host.remove();
        list.replaceWith(list.cloneNode(true));
      });
      await untilControls(page, (names) => names.length === 12);
    }
    await page.evaluate(() => document.querySelector('dd [data-offprint]')!.remove());
    await untilControls(page, (names) => names.length === 12);
    expect(await hosts(page)).toEqual({ control: 12, corner: 1, sheet: 1 });
    expect((await readDatabase(session)).sightings).toHaveLength(12);
  });

  it('follows a navigation within the page, and believes no stale JSON', async () => {
    const page = await open(DAY, huggingFaceDay(papers.slice(0, 6)));
    const cards = papers.slice(6).map(huggingFaceCard).join('');
    await page.evaluate(
      async ([address, html]) => {
        history.pushState({}, '', address);
        await new Promise((resolve) => setTimeout(resolve, 400));
        document.querySelector('section')!.innerHTML = html!;
      },
      [WEEK, cards] as const,
    );
    await untilControls(page, (names) => names[0] === `Save (new to you): ${papers[6]!.title}`);
    const { sightings, papers: stored } = await readDatabase(session);
    const inWeek = sightings.filter(({ listing }) => listing === WEEK);
    const titles = inWeek.map(({ paperId }) => stored.find(({ id }) => id === paperId)?.title);
    expect(titles.sort()).toEqual(
      papers
        .slice(6)
        .map(({ title }) => title)
        .sort(),
    );
    expect(sightings).toHaveLength(12);
    expect((await texts(page)).join(' ')).not.toContain('layout may have changed');
  });

  it('keeps step when a script changes what a card says', async () => {
    const page = await open(DAY, huggingFaceDay(papers.slice(0, 2)));
    await press(page, 'button', title(0));
    await untilControls(page, (names) => names[0]!.startsWith('Saved'));
    await page.evaluate(({ id, title }) => {
      const link = document.querySelector('h3 a')!;
      link.firstChild!.nodeValue = title;
      link.setAttribute('href', `/papers/${id}`);
    }, papers[7]!);
    await untilControls(page, (names) => names[0] === `Save (new to you): ${papers[7]!.title}`);
  });

  it('is there once after Back, and knows what happened meanwhile', async () => {
    const page = await open(NEW, arxivNew(papers));
    session.network.serve('https://arxiv.org/help', '<h1>Help</h1>');
    await page.goto('https://arxiv.org/help');
    const id = (await readDatabase(session)).papers.find((p) => p.title === papers[4]!.title)!.id;
    await say('savePapers', { op: crypto.randomUUID(), paperIds: [id] });
    await page.goBack();
    await untilControls(page, (names) => names[4] === `Saved: ${papers[4]!.title}`);
    expect(await hosts(page)).toEqual({ control: 12, corner: 1, sheet: 1 });
  });

  it('says when the page gave less than it promised', async () => {
    const html = arxivNew(papers).replaceAll('class="mathjax"', 'class="changed"');
    const page = await open(NEW, html);
    expect((await texts(page)).join(' ')).toContain(
      '0 of 12 abstracts: the page’s layout may have changed.',
    );
  });

  it('shows nothing where Offprint is paused', async () => {
    await say('saveSettings', { paused: true });
    session.network.serve(NEW, arxivNew(papers));
    const page = await session.open(NEW);
    await page.waitForTimeout(700);
    expect(await hosts(page)).toEqual({});
    await say('saveSettings', { paused: false });
    await untilControls(page, (names) => names.length === 12);
    await say('saveSettings', { paused: true });
    await until(
      'nothing of ours',
      () => hosts(page),
      (left) => Object.keys(left).length === 0,
    );
  });

  it('leaves the text, the attributes and the layout of the page as they are', async () => {
    const styled =
      '<style>h3 { margin: 24px 0 0 } h3 a { display: block; overflow: hidden }</style>';
    const pages = {
      [NEW]: arxivNew(papers),
      [DAY]: huggingFaceDay(papers).replace('<main', `${styled}<main`),
    };
    const bare = await launch({ extension: null, network: session.network });
    for (const [url, html] of Object.entries(pages)) {
      const page = await open(url, html);
      expect(await picture(page)).toEqual(await picture(await bare.open(url)));
    }
    await bare.close();
  });

  it('hands over to a newer instance, which leaves nothing doubled', async () => {
    const page = await open(NEW, arxivNew(papers));
    const worker = await session.worker();
    await worker.evaluate(async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      const scripts = chrome.runtime.getManifest().content_scripts ?? [];
      const files = scripts.find(({ js }) => js?.[0]?.endsWith('/arxiv.js'))!.js!;
      await chrome.scripting.executeScript({ target: { tabId: tab!.id! }, files: files as never });
    }, NEW);
    await page.waitForTimeout(500);
    expect(await hosts(page)).toEqual({ control: 12, corner: 1, sheet: 1 });
    await press(page, 'button', title(0));
    await saved(1);
    expect((await readDatabase(session)).journal).toHaveLength(1);
  });

  it('goes when the extension is disabled', async () => {
    const page = await open(NEW, arxivNew(papers));
    const admin = await session.open('chrome://extensions');
    await admin.evaluate((id) => chrome.management.setEnabled(id, false), session.extensionId);
    await until(
      'nothing of ours',
      () => hosts(page),
      (left) => Object.keys(left).length === 0,
    );
  });
});

const title = (i: number) => new RegExp(`: ${papers[i]!.title}$`);
