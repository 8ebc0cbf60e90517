import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Paper, Sighting } from '../../lib/paper';
import { describeWithShared, hasShared, sharedFolder } from '../shared-folder';
import { launch, readDatabase, reset, untilUnchanged, type Session, type Stored } from './browser';

interface Expected {
  url: string;
  papers: ExpectedPaper[];
}

interface ExpectedPaper {
  title: string;
  abstract: string | null;
  abstractAlt?: string | string[];
  firstAuthor: string | null;
  ids: string[];
}

describeWithShared('saved pages in Chromium', () => {
  const files = hasShared ? pagesIn(sharedFolder) : [];
  let session: Session;
  let bare: Session;
  beforeAll(async () => {
    session = await launch();
    bare = await launch({ extension: null, network: session.network });
  });
  afterAll(async () => {
    await bare?.close();
    await session?.close();
  });
  beforeEach(() => reset(session));

  it('finds the saved pages', () => expect(files.length).toBeGreaterThanOrEqual(12));

  it.each(files)('%s gives exactly its papers and is left as it was', async (file) => {
    const { url, papers } = expectedOf(sharedFolder, file);
    const html = readFileSync(join(sharedFolder, 'pages', file));
    session.network.serve(url, html);
    const page = await session.open(url);
    const stored = await untilUnchanged(() => readDatabase(session));

    expect(shownOn(stored, stored.sightings).map(summary)).toEqual(papers.map(expectedSummary));
    for (const [i, paper] of shownOn(stored, stored.sightings).entries())
      expect(rightAbstracts(papers[i]!)).toContain(paper.abstract ?? null);

    expect(await textOf(page)).toEqual(await textOf(await bare.open(url)));
    expect(session.errors.filter((error) => error.from === 'extension')).toEqual([]);
  });
});

function pagesIn(folder: string): string[] {
  const list = (site: string) =>
    readdirSync(join(folder, 'pages', site))
      .filter((name) => name.endsWith('.html'))
      .map((name) => `${site}/${name}`);
  const challenge = list('biorxiv').filter((file) => file.includes('cloudflare'));
  return [...list('hf'), ...list('arxiv'), ...challenge];
}

function expectedOf(folder: string, file: string): Expected {
  const name = `${file.replaceAll('/', '__')}.json`;
  return JSON.parse(readFileSync(join(folder, 'pages/expected', name), 'utf8')) as Expected;
}

/** Papers in the order the page showed them. */
function shownOn({ papers }: Stored, sightings: readonly Sighting[]): Paper[] {
  const rank = new Map(sightings.map((sighting) => [sighting.paperId, sighting.rank ?? Infinity]));
  return [...papers].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
}

function summary({ title, ids, authors }: Paper) {
  return { title, ids, firstAuthor: authors[0] ?? null };
}

function expectedSummary({ title, ids, firstAuthor }: ExpectedPaper) {
  return { title, ids, firstAuthor };
}

function rightAbstracts({ abstract, abstractAlt = [] }: ExpectedPaper): (string | null)[] {
  return [abstract, ...[abstractAlt].flat()];
}

/** The page's text in the tree, and as it is laid out but for spaces at the ends of lines. */
async function textOf(page: Page) {
  const [tree, layout] = await page.evaluate(() => [
    document.body.textContent,
    document.body.innerText,
  ]);
  return { tree, layout: layout.replace(/[ \u00a0]+$/gm, '') };
}
