import { aliasKey, titleKey } from '../identity';
import type { Instant, Paper, PaperLink, PaperVersion, SeenPaper } from '../paper';

/** Caps on what one record may hold; far above anything real. */
const MAX_LINKS = 20;
const MAX_CATEGORIES = 50;
const MAX_VERSIONS = 50;

/** A record of which nothing is said yet. */
export function emptyRecord(id: string, site: string): Paper {
  return {
    id,
    title: '',
    titleKey: '',
    authors: [],
    ids: [],
    links: [],
    versions: [],
    firstSite: site,
    provisional: true,
  };
}

/**
 * `paper` after a page said `seen`: a fuller abstract or author list replaces a shorter or absent
 * one, never the reverse; links, identifiers and categories add up; a newer version's text wins.
 */
export function refreshed(paper: Paper, seen: SeenPaper, site: string, now: Instant): Paper {
  const isFirst = paper.firstSeenAt === undefined;
  const next: Paper = {
    ...paper,
    firstSite: isFirst ? site : paper.firstSite,
    firstSeenAt: paper.firstSeenAt ?? now,
    lastSeenAt: Math.max(paper.lastSeenAt ?? now, now),
  };
  const latest = Math.max(0, ...paper.versions.map((v) => v.version));
  const newer = (seen.version ?? 0) > latest;
  const older = seen.version !== undefined && seen.version < latest;

  if (!seen.provisional && (paper.provisional || newer)) {
    next.title = seen.title;
    next.titleKey = titleKey(seen.title);
    delete next.provisional;
  }
  // A stub has no title: its number is better than nothing.
  if (!next.title) next.title = seen.title;
  if (betterAuthors(paper, seen)) {
    next.authors = seen.authors;
    if (seen.authorsCut) next.authorsCut = true;
    else delete next.authorsCut;
  }
  const current = paper.abstract === undefined || !older;
  if (seen.abstract && current && (newer || seen.abstract.length > (paper.abstract?.length ?? 0))) {
    next.abstract = seen.abstract;
    next.abstractFrom = site;
  }
  if (seen.version !== undefined) next.versions = withVersion(paper, seen, seen.version, now);
  next.publishedAt = earliest(paper.publishedAt, seen.publishedAt);
  next.venue = seen.venue ?? paper.venue;
  // What was said first names the primary one; a paper is cross-listed later.
  const categories = new Set([...(paper.categories ?? []), ...(seen.categories ?? [])]);
  if (categories.size > 0) next.categories = [...categories].slice(0, MAX_CATEGORIES);
  if (next.publishedAt === undefined) delete next.publishedAt;
  if (next.venue === undefined) delete next.venue;
  next.ids = union(paper.ids, seen.ids);
  next.links = uniteLinks(paper.links, seen.links);
  if (next.title) delete next.stub;
  return next;
}

/** Whether `after` says what `before` said; when it was seen last apart. */
export function saysTheSame(before: Paper, after: Paper): boolean {
  return (
    after.title === before.title &&
    after.provisional === before.provisional &&
    after.abstract === before.abstract &&
    after.authors === before.authors &&
    after.authorsCut === before.authorsCut &&
    after.publishedAt === before.publishedAt &&
    after.venue === before.venue &&
    after.categories?.length === before.categories?.length &&
    after.stub === before.stub &&
    after.ids.length === before.ids.length &&
    after.links.length === before.links.length &&
    after.versions === before.versions
  );
}

/** `paper` after a source, not a page, said `said`: refreshed, but not seen again. */
export function learned(paper: Paper, said: SeenPaper, source: string, now: Instant): Paper {
  return withSight(refreshed(paper, said, source, now), paper);
}

/** `paper` heard of from a source that is polled, and not shown by any page. */
export function heard(paper: Paper, said: SeenPaper, source: string, now: Instant): Paper {
  return { ...learned(paper, said, source, now), heardAt: now };
}

/** `paper`, seen when and where `other` was; a record that has forgotten where keeps its own. */
function withSight(paper: Paper, { firstSite, firstSeenAt, lastSeenAt }: Paper): Paper {
  const next = { ...paper, firstSeenAt, lastSeenAt };
  if (firstSite) next.firstSite = firstSite;
  if (firstSeenAt === undefined) delete next.firstSeenAt;
  if (lastSeenAt === undefined) delete next.lastSeenAt;
  return next;
}

/** One record of two: `main` wins, `other` fills what is missing. */
export function unitePapers(main: Paper, other: Paper): Paper {
  const seen: SeenPaper = {
    title: other.title,
    authors: other.authors,
    authorsCut: other.authorsCut,
    abstract: other.abstract,
    ids: other.ids,
    provisional: other.provisional,
    publishedAt: other.publishedAt,
    version: other.versions.at(-1)?.version,
    venue: main.venue ?? other.venue,
    categories: other.categories,
    links: other.links,
  };
  const seenAt = other.lastSeenAt ?? other.heardAt ?? 0;
  const said = refreshed(main, seen, other.abstractFrom ?? other.firstSite, seenAt);
  const isFirst = (other.firstSeenAt ?? Infinity) < (main.firstSeenAt ?? Infinity);
  const united = withSight(said, {
    ...(isFirst ? other : main),
    lastSeenAt: latest(main.lastSeenAt, other.lastSeenAt),
  });
  const heardAt = latest(main.heardAt, other.heardAt);
  if (heardAt !== undefined) united.heardAt = heardAt;
  const known = new Set(main.versions.map((v) => v.version));
  united.versions = [...main.versions, ...other.versions.filter((v) => !known.has(v.version))]
    .sort((a, b) => a.version - b.version)
    .slice(-MAX_VERSIONS);
  return united;
}

function betterAuthors(paper: Paper, seen: SeenPaper): boolean {
  if (seen.authors.length === 0) return false;
  if (paper.authors.length === 0) return true;
  if (paper.authorsCut && !seen.authorsCut) return true;
  return Boolean(paper.authorsCut) === Boolean(seen.authorsCut)
    ? seen.authors.length > paper.authors.length
    : false;
}

function withVersion(paper: Paper, seen: SeenPaper, version: number, now: Instant): PaperVersion[] {
  const known = paper.versions.find((v) => v.version === version);
  if (known && (known.abstract || !seen.abstract)) return paper.versions;
  const others = paper.versions.filter((v) => v.version !== version);
  const row: PaperVersion = { version, seenAt: known?.seenAt ?? now };
  const before = others.findLast((v) => v.version < version && v.abstract);
  if (seen.abstract && seen.abstract !== before?.abstract) row.abstract = seen.abstract;
  return [...others, row].sort((a, b) => a.version - b.version).slice(-MAX_VERSIONS);
}

function earliest(a: string | undefined, b: string | undefined): string | undefined {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}

function latest(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

function union(a: readonly string[], b: readonly string[]): string[] {
  const known = new Set(a.map(aliasKey));
  return [...a, ...b.filter((id) => !known.has(aliasKey(id)))];
}

function uniteLinks(a: readonly PaperLink[], b: readonly PaperLink[]): PaperLink[] {
  const links = new Map([...a, ...b].map((link) => [link.href, link] as const));
  return links.size === a.length ? [...a] : [...links.values()].slice(0, MAX_LINKS);
}
