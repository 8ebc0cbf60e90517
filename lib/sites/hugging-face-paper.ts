import type { Promised, Row } from './adapter';
import { described } from './hugging-face-cards';
import { embeddedPapers, type EmbeddedPaper } from './hugging-face-props';
import { CAPS, plain, sourceText } from './source-text';

/** The page of one paper, `/papers/ID`. */
export function* readPaperPage(page: ParentNode, id: string): Generator<Row, Promised> {
  const anchor = page.querySelector('h1');
  const title = sourceText(anchor, CAPS.title);
  const known = embeddedPapers(page).get(id);
  const heading = [...page.querySelectorAll('h2')].find(
    (h2) => h2.textContent?.trim().toLowerCase() === 'abstract',
  );
  // Without either, the heading belongs to another page that a navigation is about to replace.
  if (!anchor || !title || !(known || heading)) return { rows: 0, abstracts: 0 };
  const beside = linked(page, id);
  const paper = described(id, title, {
    ...known,
    rank: 1,
    abstract: known?.abstract || abstractBelow(heading),
    authors: known?.authors.length ? known.authors : namedAuthors(page),
    code: known?.code ?? beside.code,
    project: known?.project ?? beside.project,
  });
  yield { anchor, paper };
  return { rows: 1, abstracts: 1 };
}

// The AI summary stands in a tinted box of its own before the abstract, and is never it.
function abstractBelow(heading: Element | undefined): string {
  const body = heading?.nextElementSibling;
  if (!body) return '';
  const paragraphs = body.matches('p') ? [body] : [...body.children].filter((e) => e.matches('p'));
  return plain(
    paragraphs
      .filter((p) => !p.matches('[class*="text-blue"]'))
      .map((p) => sourceText(p, CAPS.abstract))
      .join(' '),
    CAPS.abstract,
  );
}

function namedAuthors(page: ParentNode): string[] {
  return [...page.querySelectorAll('.author')]
    .slice(0, CAPS.authors)
    .map((author) => sourceText(author, CAPS.author).replace(/[\s,]+$/, ''))
    .filter(Boolean);
}

/** The buttons beside "View arXiv page". */
function linked(page: ParentNode, id: string): Partial<EmbeddedPaper> {
  const buttons = page.querySelector(`a[href="https://arxiv.org/abs/${id}"]`)?.parentElement;
  const href = (label: RegExp) =>
    [...(buttons?.querySelectorAll('a[href^="https://"]') ?? [])]
      .find((link) => label.test(link.textContent ?? ''))
      ?.getAttribute('href') ?? undefined;
  return { code: href(/github/i), project: href(/project page/i) };
}
