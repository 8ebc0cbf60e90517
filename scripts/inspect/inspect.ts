import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { PaperLink } from '../../lib/paper';
import type { SiteHealth } from '../../lib/db/rows';
import { sites } from '../../lib/sites/registry';
import { siteFor } from '../../lib/sites/site-for';
import { readDatabase, untilUnchanged, type Session } from '../../tests/e2e/browser/index';
import { launchForPage } from './launch-for-page';
import { inPageOrder } from './page-order';
import { scanForText } from './scan-for-text';

/** What the extension stored of one page. */
export interface Findings {
  papers: {
    title: string;
    abstract: string | null;
    authors: string[];
    ids: string[];
    publishedAt: string | null;
    links: PaperLink[];
    site: string;
    reader: string;
  }[];
  /** What the site's page promised and gave, as Settings show it; empty where no site was matched. */
  health: Partial<SiteHealth>;
  errors: string[];
}

/**
 * Opens the bytes of `file` at `url` in Chromium with the built extension, every other address
 * refused, and answers what stands in its database once nothing changes any more.
 */
export async function inspect(page: {
  file: string;
  url: string;
  extension: string;
}): Promise<Findings> {
  const site = siteFor(sites, page.url);
  const session = await launchForPage(page);
  try {
    const body = readFileSync(page.file);
    session.network.serve(page.url, {
      headers: { 'content-type': contentType(page.file, body) },
      body,
    });
    const tab = await session.open(page.url);
    const reader = site ? site.id : await scanForText(session, tab);
    return await findingsOf(session, reader);
  } finally {
    await session.close();
  }
}

async function findingsOf(session: Session, reader: string): Promise<Findings> {
  const { papers, sightings, siteHealth } = await untilUnchanged(() => readDatabase(session), {
    quietMs: 1200,
  });
  const health: Partial<SiteHealth> = siteHealth[0] ?? {};
  const ours = session.errors.filter((error) => error.from === 'extension');
  return {
    papers: inPageOrder(papers, sightings).map(({ paper, site }) => ({
      title: paper.title,
      abstract: paper.abstract ?? null,
      authors: paper.authors,
      ids: paper.ids,
      publishedAt: paper.publishedAt ?? null,
      links: paper.links,
      site,
      reader,
    })),
    health,
    errors: [...(health.errors ?? []), ...ours.map((error) => error.text)],
  };
}

function contentType(file: string, body: Buffer): string {
  if (body.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  return extname(file) === '.txt' ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8';
}
