import type { SeenPaper } from '../paper';
import { scholarly } from './scholarly';
import { CAPS, plain } from './source-text';
import { type Passage, passages } from './text-passages';

interface Pair {
  title: string;
  abstract: string;
}

/**
 * The papers of a text in which titles and abstracts alternate, as copied from a listing page, with
 * navigation around and between them. Any other text gives none: rather nothing than rubbish.
 */
export function readTextListing(text: string): SeenPaper[] {
  const all = passages(text);
  const pairs = pair(all);
  const prose = all.filter((passage) => passage.prose).length;
  if (pairs.length * 2 < prose) return [];
  return scholarlyOnly(pairs).map(({ title, abstract }) => ({
    title: plain(withoutGluedLabel(title, abstract), CAPS.title),
    abstract,
    authors: [],
    ids: [],
    links: [],
  }));
}

function pair(all: Passage[]): Pair[] {
  const pairs: Pair[] = [];
  let between: string[] = [];
  for (const { text, prose } of all) {
    if (!prose) {
      between.push(text);
      continue;
    }
    pairs.push(...shortPairs(between.filter(Boolean).slice(0, -1)));
    const title = titleOf(between);
    if (title) pairs.push({ title, abstract: text });
    between = [];
  }
  return [...pairs, ...shortPairs(between.filter(Boolean))];
}

/** The last line that can be a title; a byline below it is passed over. */
function titleOf(lines: string[]): string | undefined {
  const titles = lines.slice(-8).filter(isTitle);
  const last = titles.at(-1);
  return last && isByline(last) ? (titles.at(-2) ?? last) : last;
}

const LABEL =
  /^(?:abstract|summary|tl;?dr|pdf|html|code|github|arxiv|page|project page|view|papers?|home|menu|search|subscribe|unsubscribe|follow|share|save|cite|bibtex|upvotes?|comments?|(?:read|show|load|see|view|learn) (?:more|less|all|paper|pdf|page|arxiv page)|(?:sign|log) ?(?:in|up|out)|next|previous|trending|latest|new|community)[\s:.!…]*$/i;
const DETAIL =
  /^(?:(?:published|submitted|updated|posted|sort|sorted)\s(?:on|by)\b|(?:authors?|comments?|subjects?|keywords?|journal[ -]ref|categories|doi|arxiv|posted|date)\s*:|\W*\d+\s(?:upvotes?|comments?|authors?|stars?)\b)|https?:\/\/|\([a-z-]{2,8}\.[A-Za-z-]{2,8}\)(?:;|$)/i;

function isTitle(line: string): boolean {
  if (line.length < 8 || line.length > CAPS.title) return false;
  const isSentences = /\p{Ll}{3}\. \p{Lu}.*[.)]$/u.test(line);
  if (isSentences || LABEL.test(line) || DETAIL.test(line)) return false;
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 5 && letters >= line.length / 2;
}

const NAME = /^(?:(?:\p{Lu}[\p{L}.'’-]*|van|von|de|der|den|da|di|la|el|bin|al)(?: |$)){2,5}$/u;

/** "Ada Example, Ben M. Sample and Cy van Test" */
function isByline(line: string): boolean {
  const names = line.split(/,\s*(?:and\s+)?|\s+and\s+/);
  return names.length >= 2 && names.every((name) => NAME.test(name));
}

/** Abstracts of a sentence or two, which length alone does not tell from a label. */
function shortPairs(lines: string[]): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 1; i < lines.length; i++) {
    const [title, abstract] = [lines[i - 1]!, lines[i]!];
    if (!/[.。]$/.test(abstract) || abstract.length < 50 || scholarly(abstract) < 3) continue;
    if (!isTitle(title) || /\.$/.test(title)) continue;
    pairs.push({ title, abstract });
    i++;
  }
  return pairs;
}

/** Nothing unless the text as a whole speaks like a listing of papers; then what fits it. */
function scholarlyOnly(pairs: Pair[]): Pair[] {
  const scores = pairs.map(({ abstract }) => scholarly(abstract));
  const median = [...scores].sort((a, b) => a - b)[Math.floor(scores.length / 2)] ?? 0;
  if (median < 6) return [];
  return pairs.filter((_, i) => scores[i]! >= (median >= 9 ? 1 : 3));
}

const GLUED =
  /^(?:Subscribe|Unsubscribe|Sign ?up|Sign ?in|Log ?in|Read more|Show more|Load more|See more|Learn more|Follow|Share|Save|Upvote|Download|Search|Menu|Filter)(?=\p{Lu})/u;

/**
 * A button's label may be glued to the title after it: "SubscribeShow and Tell". A name made that
 * way, such as "ShareNet: …", stays: its abstract says it, or a colon follows.
 */
function withoutGluedLabel(title: string, abstract: string): string {
  const label = GLUED.exec(title)?.[0];
  if (!label) return title;
  const word = /^[^\s:]+/.exec(title.slice(label.length))?.[0] ?? '';
  const rest = title.slice(label.length);
  if (abstract.includes(label + word) || rest.split(' ').length < 3) return title;
  return rest[word.length] === ':' && !abstract.includes(word) ? title : rest;
}
