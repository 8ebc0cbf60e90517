// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sites } from '../../../lib/sites/registry';
import { siteFor } from '../../../lib/sites/site-for';
import { describeWithShared, sharedFolder } from '../../shared-folder';
import { readAll } from './read-all';

interface Expected {
  url: string;
  papers: {
    title: string;
    abstract: string | null;
    abstractAlt?: string[];
    authors: string[];
    firstAuthor: string | null;
    authorsCut?: boolean;
    ids: string[];
    linkIds?: string[];
  }[];
}

describeWithShared('saved pages', () => {
  const pages = join(sharedFolder, 'pages');
  const files = ['hf', 'arxiv', 'biorxiv'].flatMap((site) =>
    readdirSync(join(pages, site))
      .filter((file) => file.endsWith('.html') && !file.startsWith('landing'))
      .map((file) => `${site}/${file}`),
  );

  test('are all there', () => expect(files.length).toBeGreaterThanOrEqual(13));

  test.for(files)('%s', { timeout: 30_000 }, (file) => {
    const expected: Expected = JSON.parse(
      readFileSync(join(pages, 'expected', `${file.replace('/', '__')}.json`), 'utf8'),
    );
    const page = new DOMParser().parseFromString(
      readFileSync(join(pages, file), 'utf8'),
      'text/html',
    );
    const before = page.documentElement.outerHTML;
    // A page outside every adapter, such as a bot check, must give nothing to any of them.
    const matching = siteFor(sites, expected.url);
    const readers = matching ? [matching] : sites;
    for (const site of readers) {
      const { rows, promised } = readAll(site, page, new URL(expected.url));
      const papers = rows.map((row) => row.paper);
      expect(papers.map((paper) => paper.title)).toEqual(expected.papers.map((p) => p.title));
      expected.papers.forEach((want, i) => {
        const paper = papers[i]!;
        expect(paper.authors[0] ?? null).toBe(want.firstAuthor);
        expect(paper.authors).toEqual(want.authors);
        expect(paper.authorsCut ?? false).toBe(want.authorsCut ?? false);
        expect(paper.ids).toEqual(expect.arrayContaining(want.ids));
        expect([...want.ids, ...(want.linkIds ?? [])]).toEqual(expect.arrayContaining(paper.ids));
        expect([want.abstract, ...(want.abstractAlt ?? [])]).toContain(paper.abstract ?? null);
      });
      expect(promised.rows).toBe(expected.papers.length);
      expect(promised.abstracts).toBe(expected.papers.filter((p) => p.abstract !== null).length);
    }
    expect(page.documentElement.outerHTML).toBe(before);
  });
});
