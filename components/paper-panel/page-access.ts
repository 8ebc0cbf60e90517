import { browser } from 'wxt/browser';
import { sites } from '../../lib/sites/registry';
import { siteFor } from '../../lib/sites/site-for';

/** What Offprint may do with the page of a tab that was not read. */
export type PageAccess =
  /** The browser's own pages and files. */
  | { kind: 'closed' }
  /** The user paused Offprint there. */
  | { kind: 'paused'; site: string }
  /** A page that no adapter knows; it can be scanned once, by the click that asks for it. */
  | { kind: 'unknown' }
  /** A listing of a known site that the browser does not let us read yet. */
  | { kind: 'forbidden'; site: string; origins: string[] }
  /** A listing that should have been read. */
  | { kind: 'unread' };

export async function pageAccess(
  url: string | undefined,
  pausedSites: readonly string[],
): Promise<PageAccess> {
  if (!url || !/^https?:/.test(url)) return { kind: 'closed' };
  const site = siteFor(sites, url);
  if (!site) return { kind: 'unknown' };
  if (pausedSites.includes(site.id)) return { kind: 'paused', site: site.id };
  const origins = [...site.origins];
  const allowed = await browser.permissions.contains({ origins });
  return allowed ? { kind: 'unread' } : { kind: 'forbidden', site: site.id, origins };
}

/** The id of the site a page belongs to, if it is one we read. */
export function siteOf(url: string | undefined): string | undefined {
  return url ? siteFor(sites, url)?.id : undefined;
}
