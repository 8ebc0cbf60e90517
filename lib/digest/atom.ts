/** Digests as an Atom 1.0 feed (RFC 4287), to be read elsewhere. Pure. */
import type { Day, Instant, Paper } from '../paper';

export interface AtomDigest {
  date: Day;
  madeAt: Instant;
  entries: readonly AtomEntry[];
}

export interface AtomEntry {
  paper: Pick<Paper, 'id' | 'title' | 'authors' | 'abstract' | 'categories'>;
  /** The https address of the paper, where it has one. */
  href?: string | undefined;
  /** Why it was told, in a sentence. */
  reason: string;
}

/** Tag URIs (RFC 4151): the same paper of the same day keeps its id in every feed. */
const TAG = 'tag:offprint.example,2026:digest';

/**
 * The text of a feed with one entry for each paper of each digest, in the order given; what a paper
 * says is escaped, and what XML 1.0 cannot hold is left out.
 */
export function atomFeed(digests: readonly AtomDigest[], title: string): string {
  const updated = Math.max(0, ...digests.map(({ madeAt }) => madeAt));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', TAG),
    element('title', title),
    element('updated', time(updated)),
    `<author>${element('name', 'Offprint')}</author>`,
    ...digests.flatMap((digest) => digest.entries.map((entry) => atomEntry(digest, entry))),
    '</feed>',
    '',
  ].join('\n');
}

function atomEntry({ date, madeAt }: AtomDigest, { paper, href, reason }: AtomEntry): string {
  const said = [reason, paper.abstract ?? ''].filter(Boolean).map((text) => element('p', text));
  return [
    '<entry>',
    element('id', `${TAG}/${date}/${encodeURIComponent(paper.id)}`),
    element('title', paper.title),
    element('updated', time(madeAt)),
    ...paper.authors.map((name) => `<author>${element('name', name)}</author>`),
    ...(paper.categories ?? []).map((term) => `<category term="${escaped(term)}"/>`),
    ...(href ? [`<link rel="alternate" href="${escaped(href)}"/>`] : []),
    `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${said.join('')}</div></content>`,
    '</entry>',
  ].join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function time(at: Instant): string {
  return new Date(at).toISOString();
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** All that is no `Char` of XML 1.0, half a surrogate pair included. */
const NO_CHAR = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escaped(text: string): string {
  return text.replace(NO_CHAR, '').replace(/[&<>"]/g, (char) => ENTITIES[char]!);
}
