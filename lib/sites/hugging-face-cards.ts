import { arxivKey, arxivLinks } from '../identity';
import type { PaperLink, SeenPaper } from '../paper';
import type { Promised, Row } from './adapter';
import { embeddedPapers, type EmbeddedPaper } from './hugging-face-props';
import { countNumbers, numberOf } from './number-of';
import { seenPaper } from './seen-paper';
import { CAPS, plain, sourceText } from './source-text';

const PAPER_LINK = 'a[href*="/papers/"]';

/** The cards on screen; the embedded JSON only adds to what they say. */
export function* readCards(page: ParentNode, url: URL): Generator<Row, Promised> {
  const cards = [...page.querySelectorAll('article')].filter((card) =>
    card.querySelector(PAPER_LINK),
  );
  const known = embeddedPapers(page);
  let believed = 0;
  for (const [index, card] of cards.entries()) {
    const anchor = card.querySelector('h3');
    const id = numberOf(anchor?.querySelector(PAPER_LINK), url)?.id;
    const title = sourceText(anchor, CAPS.title);
    if (!anchor || !id || !title) continue;
    const repository = card.querySelector('a[href^="https://github.com/"]');
    const json = known.get(id);
    if (json) believed++;
    yield {
      anchor,
      paper: described(id, title, {
        ...json,
        rank: index + 1,
        abstract: json?.abstract || ownAbstract(card, anchor, id, url),
        votes: count(card.querySelector('a[href^="/login"], label')) ?? json?.votes,
        comments: count(card.querySelector('a[href$="#community"]')) ?? json?.comments,
        stars: count(repository) ?? json?.stars,
        code: json?.code ?? repository?.getAttribute('href') ?? undefined,
      }),
    };
  }
  const promised = cards.length || countNumbers(page.querySelectorAll(PAPER_LINK), url);
  // After a switch of day, week or month the JSON is still the old list's and promises nothing.
  const isStale = known.size > 0 && believed === 0;
  return { rows: promised, abstracts: isStale ? 0 : promised };
}

/** A paper as Hugging Face shows it, with the addresses that belong to its number. */
export function described(
  id: string,
  title: string,
  { code, project, authors = [], ...rest }: Partial<EmbeddedPaper> & { rank: number },
): SeenPaper {
  const links: PaperLink[] = [
    ...arxivLinks(id),
    { rel: 'discussion', href: `https://huggingface.co/papers/${id}` },
  ];
  for (const [rel, address] of [
    ['code', code],
    ['project', project],
  ] as const) {
    // Typed by an author: one that does not hold up must not cost the page its papers.
    const href = address?.trim().replace(/\s/g, '%20');
    if (href && href.length <= CAPS.href) links.push({ rel, href });
  }
  return seenPaper({ title, authors, ids: [arxivKey(id)], links, ...rest });
}

// Search and trending cards show the whole abstract as a second link to the paper.
function ownAbstract(card: Element, heading: Element, id: string, url: URL): string {
  for (const link of card.querySelectorAll(`${PAPER_LINK}:not([href*="#"])`)) {
    if (heading.contains(link) || numberOf(link, url)?.id !== id) continue;
    const text = sourceText(link, CAPS.abstract);
    if (text.length >= 100 && !/(?:…|\.\.\.)$/.test(text)) return text;
  }
  return '';
}

/** "12", "1.2k", and "-" for none. */
function count(element: Element | null): number | undefined {
  const text = plain(element?.textContent ?? '', 100);
  const [, digits, thousands] = /(\d[\d.,]*)\s*(k?)/i.exec(text) ?? [];
  if (!digits) return text === '-' ? 0 : undefined;
  return thousands ? Math.round(parseFloat(digits) * 1000) : Number(digits.replace(/\D/g, ''));
}
