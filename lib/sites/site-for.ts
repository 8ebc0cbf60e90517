import { MatchPattern } from 'wxt/utils/match-patterns';
import type { SiteAdapter } from './adapter';

/** The adapter of `sites` whose match patterns take `url`; undefined when none does. */
export function siteFor(sites: readonly SiteAdapter[], url: string): SiteAdapter | undefined {
  if (!/^https?:/.test(url)) return undefined;
  return sites.find((site) =>
    site.matches.some((pattern) => new MatchPattern(pattern).includes(url)),
  );
}
